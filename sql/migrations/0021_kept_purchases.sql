-- On which days a customer bought what was not refunded in full, as known last, beside every day on which she bought; whoever
-- asks from a later day than all purchases and refunds need not look through them again.
-- Facts are derived: the next start builds all anew.

ALTER TABLE customer_facts_fresh
  -- those of purchase_days that are not void, and of each of purchase_days the first of them after it, 1970-01-01 for none
  ADD COLUMN IF NOT EXISTS kept_days Array(Date) AFTER purchase_void_from,
  ADD COLUMN IF NOT EXISTS next_kept_days Array(Date) AFTER kept_days,
  -- the last day on which any of this changed: somebody bought, or the last of a day's purchases was refunded; 1970-01-01 for never
  ADD COLUMN IF NOT EXISTS purchases_since Date AFTER bought_second,
  -- nothing asks for these any more; they stay, always the same and in no SELECT *, because earlier files name them
  MODIFY COLUMN bought_last Date MATERIALIZED toDate(0),
  MODIFY COLUMN has_void Bool MATERIALIZED false;

TRUNCATE TABLE customer_facts_fresh;

DROP TABLE IF EXISTS customer_facts_settled;

CREATE TABLE customer_facts_settled AS customer_facts_fresh
ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (came_back, joined_day, customer_id)
SETTINGS allow_nullable_key = 1, min_columns_to_activate_adaptive_write_buffer = 20;

ALTER TABLE customer_facts_settled ADD PROJECTION by_owner (SELECT * ORDER BY owner, joined_day);

ALTER TABLE customer_facts_settled ADD PROJECTION by_acquirer (SELECT * ORDER BY acquirer, joined_day);

ALTER TABLE customer_facts_settled ADD PROJECTION by_first_owner (
  SELECT customer_id, bought_first, bought_second, purchases_since, bought_first_owner ORDER BY bought_first_owner, bought_first);

ALTER TABLE campaign_tasks_settled
  ADD COLUMN IF NOT EXISTS kept_days Array(Date) AFTER purchase_void_from,
  ADD COLUMN IF NOT EXISTS purchases_since Date AFTER kept_days;

TRUNCATE TABLE campaign_tasks_settled;

TRUNCATE TABLE facts_definition;

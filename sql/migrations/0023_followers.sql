-- Since when somebody follows the company's official accounts: as good a way of being in the pool as a friend or a group.
-- Facts are derived: the next start builds all anew.

ALTER TABLE customer_facts_fresh
  -- read as friend_since and what stands beside it
  ADD COLUMN IF NOT EXISTS followed_since Date AFTER earlier_grouped_until,
  ADD COLUMN IF NOT EXISTS followed_until Date AFTER followed_since,
  ADD COLUMN IF NOT EXISTS earlier_followed_since Array(Date) AFTER followed_until,
  ADD COLUMN IF NOT EXISTS earlier_followed_until Array(Date) AFTER earlier_followed_since;

TRUNCATE TABLE customer_facts_fresh;

DROP TABLE IF EXISTS customer_facts_settled;

CREATE TABLE customer_facts_settled AS customer_facts_fresh
ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (came_back, joined_day, customer_id)
SETTINGS allow_nullable_key = 1, min_columns_to_activate_adaptive_write_buffer = 20;

ALTER TABLE customer_facts_settled ADD PROJECTION by_owner (SELECT * ORDER BY owner, joined_day);

ALTER TABLE customer_facts_settled ADD PROJECTION by_acquirer (SELECT * ORDER BY acquirer, joined_day);

ALTER TABLE customer_facts_settled ADD PROJECTION by_first_owner (
  SELECT customer_id, bought_first, bought_second, purchases_since, bought_first_owner ORDER BY bought_first_owner, bought_first);

TRUNCATE TABLE facts_definition;

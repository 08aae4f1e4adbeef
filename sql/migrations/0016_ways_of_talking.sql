-- On which days a customer dealt with the company one to one, in groups, and as one of many who are told the same; see
-- sql/models/customer_facts.sql for the types of events. Facts are derived: the next start builds all anew.

ALTER TABLE customer_facts_fresh
  ADD COLUMN IF NOT EXISTS one_to_one_days Array(Date) AFTER active_days,
  ADD COLUMN IF NOT EXISTS in_group_days Array(Date) AFTER one_to_one_days,
  ADD COLUMN IF NOT EXISTS one_to_many_days Array(Date) AFTER in_group_days;

TRUNCATE TABLE customer_facts_fresh;

DROP TABLE IF EXISTS customer_facts_settled;

CREATE TABLE customer_facts_settled AS customer_facts_fresh
ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (has_void, came_back, joined_day, customer_id)
SETTINGS allow_nullable_key = 1;

ALTER TABLE customer_facts_settled ADD PROJECTION by_owner (SELECT * ORDER BY owner, joined_day);

ALTER TABLE customer_facts_settled ADD PROJECTION by_acquirer (SELECT * ORDER BY acquirer, joined_day);

ALTER TABLE customer_facts_settled ADD PROJECTION by_first_owner (
  SELECT customer_id, has_void, bought_first, bought_second, bought_last, bought_first_owner ORDER BY bought_first_owner, bought_first);

TRUNCATE TABLE facts_definition;

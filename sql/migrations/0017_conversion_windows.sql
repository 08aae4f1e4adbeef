-- An order tells the channel it came through last with how long before that was, so that windows of one day to thirty answer
-- from the same row, and the channel it came through first. Facts are derived: the next start builds all anew.

ALTER TABLE order_facts_fresh
  DROP COLUMN IF EXISTS conversion_channel,
  -- the one the order names, else the last that an event of the thirty days before names, else 'unknown'
  ADD COLUMN IF NOT EXISTS last_channel LowCardinality(String) AFTER group_id,
  -- 0: the order names it, or nothing does; else the shortest of 1, 7, 14 and 30 days before the order that holds the event
  ADD COLUMN IF NOT EXISTS last_channel_within UInt8 AFTER last_channel,
  -- the one the order names, else the first that an event of the seven days before names, else 'unknown'
  ADD COLUMN IF NOT EXISTS first_channel LowCardinality(String) AFTER last_channel_within;

TRUNCATE TABLE order_facts_fresh;

DROP TABLE IF EXISTS order_facts_settled;

CREATE TABLE order_facts_settled AS order_facts_fresh
ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (in_campaign, paid_day, customer_id, order_id);

ALTER TABLE order_facts_settled ADD PROJECTION by_employee (SELECT * ORDER BY employee, paid_day);

TRUNCATE TABLE facts_definition;

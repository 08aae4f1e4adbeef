-- A row for each customer and month in which she did something, settled as in 0015_unfolded_facts.sql: a question about some
-- months reads those months, where the arrays of all customers were looked through for them.
-- Facts are derived: the next start builds all anew.

CREATE TABLE IF NOT EXISTS customer_months_settled (
  customer_id UInt64,
  -- years × 12 + month, as in active_months
  month UInt16,
  -- the last month before it in which she did something, and bought something that she kept; 0 for none
  active_before UInt16,
  bought_before UInt16,
  -- a bit for each day of the month, as in customer_facts
  active_in_month UInt32,
  bought_in_month UInt32,
  one_to_one_in_month UInt32,
  in_groups_in_month UInt32,
  one_to_many_in_month UInt32,
  visited_in_month UInt32,
  city LowCardinality(String),
  channel LowCardinality(String),
  acquirer LowCardinality(String),
  owner LowCardinality(String),
  owner_since Date
) ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (month, owner, customer_id);

TRUNCATE TABLE facts_definition;

-- A row for each customer and month in which she did something, and for each day on which she bought, settled as in
-- 0015_unfolded_facts.sql: a question about some months or days reads those, where the arrays of all customers were looked
-- through for them.
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
  bought_first Date,
  city LowCardinality(String),
  channel LowCardinality(String),
  acquirer LowCardinality(String),
  owner LowCardinality(String),
  owner_since Date
) ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (month, owner, customer_id);

CREATE TABLE IF NOT EXISTS purchases_settled (
  customer_id UInt64,
  customer String,
  bought_day Date,
  -- as purchase_void_from and next_kept_days of that day
  void_from Date,
  next_kept_day Date,
  purchases_since Date,
  purchase_days Array(Date),
  purchase_void_from Array(Date),
  joined_day Nullable(Date),
  channel LowCardinality(String),
  acquirer LowCardinality(String),
  -- whose she was on that day
  owner_then LowCardinality(String),
  owner LowCardinality(String),
  owner_since Date,
  earlier_owner_from Array(Date),
  earlier_owners Array(LowCardinality(String))
) ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (bought_day, customer_id);

TRUNCATE TABLE facts_definition;

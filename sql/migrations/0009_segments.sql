-- What segments ask of a customer besides what metrics do, and lists of customers that somebody made elsewhere.
ALTER TABLE customer_facts
  ADD COLUMN IF NOT EXISTS gender LowCardinality(String) AFTER group_talk_days,
  -- days on which the customer booked an appointment, and on which one was kept
  ADD COLUMN IF NOT EXISTS booked_days Array(Date) AFTER gender,
  ADD COLUMN IF NOT EXISTS visited_days Array(Date) AFTER booked_days;

-- A customer is on the list at the end of every day from added_day (null: always) until removed_day (null: still).
CREATE TABLE IF NOT EXISTS list_members (
  customer_key UInt64,
  list LowCardinality(String),
  customer String,
  added_at Nullable(DateTime64(3, 'UTC')),
  added_day Nullable(Date),
  removed_at Nullable(DateTime64(3, 'UTC')),
  removed_day Nullable(Date),
  row_hash UInt64,
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY (list, customer_key);

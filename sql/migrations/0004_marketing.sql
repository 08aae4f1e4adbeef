-- Groups, channels, spend, campaigns and targets: entity tables like those of 0001_entities.sql.

CREATE TABLE IF NOT EXISTS channels (
  channel String,
  label String,
  parent String,
  reach_base LowCardinality(String),
  row_hash UInt64,
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY channel;

CREATE TABLE IF NOT EXISTS groups (
  group_id String,
  name String,
  type LowCardinality(String),
  owner_employee_id LowCardinality(String),
  store_id LowCardinality(String),
  created_at Nullable(DateTime64(3, 'UTC')),
  created_day Nullable(Date),
  dismissed_at Nullable(DateTime64(3, 'UTC')),
  dismissed_day Nullable(Date),
  row_hash UInt64,
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY group_id;

-- One row per stay: who leaves a group and comes back has two.
CREATE TABLE IF NOT EXISTS group_members (
  customer_key UInt64,
  group_id LowCardinality(String),
  customer String,
  joined_at DateTime64(3, 'UTC'),
  joined_day Date,
  left_at Nullable(DateTime64(3, 'UTC')),
  left_day Nullable(Date),
  join_scene LowCardinality(String),
  invited_by String,
  row_hash UInt64,
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY (customer_key, group_id, joined_at)
SETTINGS index_granularity = 1024;

-- starts_at and ends_at may lie in the future. Shares lie between 0 and 1; discount is what is taken off the price.
CREATE TABLE IF NOT EXISTS campaigns (
  campaign_id String,
  name String,
  starts_at DateTime64(3, 'UTC'),
  starts_day Date,
  ends_at DateTime64(3, 'UTC'),
  ends_day Date,
  mechanic LowCardinality(String),
  channels Array(LowCardinality(String)),
  discount Nullable(Decimal(18, 4)),
  holdout_share Nullable(Decimal(18, 4)),
  margin Nullable(Decimal(18, 4)),
  row_hash UInt64,
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY campaign_id;

CREATE TABLE IF NOT EXISTS campaign_audience (
  customer_key UInt64,
  campaign_id LowCardinality(String),
  customer String,
  arm LowCardinality(String),
  employee_id LowCardinality(String),
  dispatched_at Nullable(DateTime64(3, 'UTC')),
  dispatched_day Nullable(Date),
  executed_at Nullable(DateTime64(3, 'UTC')),
  executed_day Nullable(Date),
  row_hash UInt64,
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY (customer_key, campaign_id)
SETTINGS index_granularity = 1024;

CREATE TABLE IF NOT EXISTS reach (
  day Date,
  channel LowCardinality(String),
  campaign_id LowCardinality(String),
  reached UInt64,
  row_hash UInt64,
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY (day, channel, campaign_id);

-- A cost has no id of its own: everything that says what it was for is its key.
CREATE TABLE IF NOT EXISTS costs (
  day Date,
  type LowCardinality(String),
  channel LowCardinality(String),
  campaign_id LowCardinality(String),
  employee_id LowCardinality(String),
  amount Decimal(18, 2),
  row_hash UInt64,
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY (day, type, channel, campaign_id, employee_id);

-- The company's scope_id is always 'company'. The period as it is written, and its days: from period_from_day up to, not including, period_to_day.
CREATE TABLE IF NOT EXISTS targets (
  scope LowCardinality(String),
  scope_id String,
  metric LowCardinality(String),
  period LowCardinality(String),
  period_from_day Date,
  period_to_day Date,
  campaign_id String,
  value Decimal(18, 4),
  weight Nullable(Decimal(18, 4)),
  row_hash UInt64,
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY (scope, scope_id, metric, period, campaign_id);

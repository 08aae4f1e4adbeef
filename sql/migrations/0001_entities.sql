-- Entity tables: one row per thing the company knows, typed, as last told.
-- Every table is a ReplacingMergeTree over its row key: version is the batch that told it, is_deleted = 1
-- hides a row that moved to another sorting key. row_hash covers all business columns, so that a row
-- told again unchanged is recognised as a duplicate.
-- customer is the identity as given, 'namespace:value'; customer_key = sipHash64(customer).
-- *_at are instants (UTC); *_day are business dates, fixed at load in the business time zone.

CREATE TABLE IF NOT EXISTS employees (
  employee_id String,
  name String,
  org_unit_id String,
  role LowCardinality(String),
  employment_type LowCardinality(String),
  status LowCardinality(String),
  valid_from Date,
  valid_to Nullable(Date),
  row_hash UInt64,
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY (employee_id, valid_from);

CREATE TABLE IF NOT EXISTS org_units (
  org_unit_id String,
  name String,
  parent_id String,
  type LowCardinality(String),
  kpi_mode LowCardinality(String),
  valid_from Date,
  valid_to Nullable(Date),
  row_hash UInt64,
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY (org_unit_id, valid_from);

CREATE TABLE IF NOT EXISTS customers (
  customer_key UInt64,
  customer String,
  joined_at Nullable(DateTime64(3, 'UTC')),
  joined_day Nullable(Date),
  channel LowCardinality(String),
  employee_id LowCardinality(String),
  store_id LowCardinality(String),
  referrer String,
  name String,
  phone String,
  birthday String,
  gender LowCardinality(String),
  city LowCardinality(String),
  job String,
  income_band LowCardinality(String),
  budget String,
  preferences Array(String),
  tags Array(LowCardinality(String)),
  consent_tracking LowCardinality(String),
  row_hash UInt64,
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY customer_key SETTINGS index_granularity = 1024;

CREATE TABLE IF NOT EXISTS relations (
  customer_key UInt64,
  customer String,
  employee_id LowCardinality(String),
  started_at DateTime64(3, 'UTC'),
  started_day Date,
  ended_at Nullable(DateTime64(3, 'UTC')),
  ended_day Nullable(Date),
  end_reason LowCardinality(String),
  add_way LowCardinality(String),
  state LowCardinality(String),
  row_hash UInt64,
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY (customer_key, employee_id, started_at)
SETTINGS index_granularity = 1024;

CREATE TABLE IF NOT EXISTS ownership (
  customer_key UInt64,
  customer String,
  employee_id LowCardinality(String),
  valid_from DateTime64(3, 'UTC'),
  valid_from_day Date,
  valid_to Nullable(DateTime64(3, 'UTC')),
  valid_to_day Nullable(Date),
  reason LowCardinality(String),
  row_hash UInt64,
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY (customer_key, employee_id, valid_from)
SETTINGS index_granularity = 1024;

CREATE TABLE IF NOT EXISTS events (
  customer_key UInt64,
  occurred_at DateTime64(3, 'UTC'),
  event_id String,
  type LowCardinality(String),
  day Date,
  customer String,
  employee_id LowCardinality(String),
  channel LowCardinality(String),
  touchpoint LowCardinality(String),
  campaign_id LowCardinality(String),
  group_id LowCardinality(String),
  content_id String,
  value Nullable(Decimal(18, 4)),
  props String,
  row_hash UInt64,
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY (customer_key, occurred_at, event_id)
SETTINGS index_granularity = 1024;

CREATE TABLE IF NOT EXISTS orders (
  customer_key UInt64,
  order_id String,
  customer String,
  paid_at DateTime64(3, 'UTC'),
  paid_day Date,
  amount Decimal(18, 2),
  status LowCardinality(String),
  parent_order_id String,
  employee_id LowCardinality(String),
  channel LowCardinality(String),
  campaign_id LowCardinality(String),
  group_id LowCardinality(String),
  store_id LowCardinality(String),
  domain LowCardinality(String),
  product_category LowCardinality(String),
  is_test Bool,
  row_hash UInt64,
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY (customer_key, order_id)
SETTINGS index_granularity = 1024;

CREATE TABLE IF NOT EXISTS refunds (
  refund_id String,
  order_id String,
  refunded_at DateTime64(3, 'UTC'),
  refunded_day Date,
  amount Decimal(18, 2),
  type LowCardinality(String),
  row_hash UInt64,
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY refund_id;

-- Where a row key lives now. Events and orders are sorted by customer, so finding a row by its own key
-- would read everything; these narrow tables, fed by every insert, find it by a few small granules.
CREATE TABLE IF NOT EXISTS event_keys (
  event_id_hash UInt64,
  customer_key UInt64,
  occurred_at DateTime64(3, 'UTC'),
  event_id String,
  row_hash UInt64,
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY (event_id_hash, customer_key, occurred_at, event_id)
SETTINGS index_granularity = 512;

CREATE MATERIALIZED VIEW IF NOT EXISTS event_keys_feed TO event_keys AS
SELECT sipHash64(event_id) AS event_id_hash, customer_key, occurred_at, event_id, row_hash, version, is_deleted FROM events;

CREATE TABLE IF NOT EXISTS order_keys (
  order_id String,
  customer_key UInt64,
  row_hash UInt64,
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY (order_id, customer_key)
SETTINGS index_granularity = 512;

CREATE MATERIALIZED VIEW IF NOT EXISTS order_keys_feed TO order_keys AS
SELECT order_id, customer_key, row_hash, version, is_deleted FROM orders;

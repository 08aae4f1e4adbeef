-- Loads: what came in, batch by batch, as received; what was refused and why; whose facts are due.

-- One row per batch; the newest version of a row is its state. Batches are numbered upwards without gaps
-- in time, and the number is the version of every row the batch writes.
-- state: receiving (rows still streaming in) → landed → planned → applied → done | failed
CREATE TABLE IF NOT EXISTS batches (
  batch UInt64,
  dataset LowCardinality(String),
  source LowCardinality(String),
  -- zone of times without an offset in the files
  time_zone LowCardinality(String),
  files Array(String),
  state LowCardinality(String),
  read UInt64,
  loaded UInt64,
  replaced UInt64,
  duplicate UInt64,
  waiting UInt64,
  quarantined UInt64,
  -- by the where of a mapping file; read = loaded + replaced + duplicate + quarantined + dropped
  dropped UInt64,
  declared_complete_through Nullable(Date),
  latest_day Nullable(Date),
  notices Array(String),
  error String,
  started_at DateTime64(3, 'UTC'),
  seconds Float64,
  step UInt64
) ENGINE = ReplacingMergeTree(step) ORDER BY batch;

-- Rows as received: target column (or the file's own column name where nothing maps it) → text.
CREATE TABLE IF NOT EXISTS landing (
  dataset LowCardinality(String),
  batch UInt64,
  file LowCardinality(String),
  line UInt64,
  row Map(LowCardinality(String), String),
  broken String
) ENGINE = MergeTree ORDER BY (dataset, batch, file, line);

-- Rows refused, one line for each thing wrong with them; they can be corrected and replayed.
CREATE TABLE IF NOT EXISTS quarantine (
  batch UInt64,
  dataset LowCardinality(String),
  file LowCardinality(String),
  line UInt64,
  column LowCardinality(String),
  value String,
  reason LowCardinality(String),
  row Map(LowCardinality(String), String),
  status LowCardinality(String) DEFAULT 'open',
  version UInt64
) ENGINE = ReplacingMergeTree(version) ORDER BY (dataset, batch, file, line, column, reason);

-- Customers whose facts a batch makes stale.
CREATE TABLE IF NOT EXISTS touched (
  batch UInt64,
  customer_key UInt64
) ENGINE = ReplacingMergeTree PARTITION BY batch ORDER BY customer_key;

-- The last business day known to be whole, per dataset.
CREATE TABLE IF NOT EXISTS completeness (
  dataset LowCardinality(String),
  complete_through Date,
  batch UInt64
) ENGINE = ReplacingMergeTree(batch) ORDER BY dataset;

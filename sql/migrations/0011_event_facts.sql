-- The few events that metrics look at one by one, of all that there are: steps of campaigns, services, leads and
-- invitations. Like the other facts a function of the customer's entity rows alone; see 0003_facts.sql.

CREATE TABLE IF NOT EXISTS event_facts (
  type LowCardinality(String),
  customer_key UInt64,
  occurred_at DateTime64(3, 'UTC'),
  event_id String,
  customer String,
  day Date,
  employee_id LowCardinality(String),
  campaign_id LowCardinality(String),
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY (type, customer_key, occurred_at, event_id);

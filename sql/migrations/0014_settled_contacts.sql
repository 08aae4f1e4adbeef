-- Contacts, and the events that metrics look at one by one, stand settled and fresh like customers and orders do (see
-- 0010_settled_facts.sql), settled ones in the order in which questions ask for them, and name their customer's owners as
-- orders do. What a load makes its facts of is read once into tables of its own, named like the views that were here.
-- Customers also name who owned them when they first bought, by which repurchase is told; orders the channel they came
-- through last and whether a group prompted them.
-- Facts are derived: the old tables go, and the next start builds all anew.

DROP VIEW IF EXISTS due_orders;

DROP VIEW IF EXISTS due_relations;

DROP VIEW IF EXISTS due_customers;

ALTER TABLE customer_facts_fresh ADD COLUMN IF NOT EXISTS bought_first_owner LowCardinality(String) AFTER bought_last;

TRUNCATE TABLE customer_facts_fresh;

DROP TABLE IF EXISTS customer_facts_settled;

CREATE TABLE customer_facts_settled AS customer_facts_fresh
ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (has_void, came_back, joined_day, customer_id)
SETTINGS allow_nullable_key = 1;

ALTER TABLE customer_facts_settled ADD PROJECTION by_owner (SELECT * ORDER BY owner, joined_day);

ALTER TABLE customer_facts_settled ADD PROJECTION by_acquirer (SELECT * ORDER BY acquirer, joined_day);

ALTER TABLE customer_facts_settled ADD PROJECTION by_first_owner (
  SELECT customer_id, has_void, bought_first, bought_second, bought_last, bought_first_owner ORDER BY bought_first_owner, bought_first);

ALTER TABLE order_facts_fresh ADD COLUMN IF NOT EXISTS conversion_channel LowCardinality(String) AFTER group_id;

ALTER TABLE order_facts_fresh ADD COLUMN IF NOT EXISTS is_prompted Bool AFTER conversion_channel;

TRUNCATE TABLE order_facts_fresh;

DROP TABLE IF EXISTS order_facts_settled;

CREATE TABLE order_facts_settled AS order_facts_fresh
ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (paid_day, customer_id, order_id);

ALTER TABLE order_facts_settled ADD PROJECTION by_employee (SELECT * ORDER BY employee, paid_day);

DROP TABLE IF EXISTS contact_facts;

DROP TABLE IF EXISTS event_facts;

CREATE TABLE IF NOT EXISTS contact_facts_fresh (
  -- review | survey_request | survey_answer | feedback | service_case | appointment | delivery | video_share | conversation
  kind LowCardinality(String),
  customer_id UInt64,
  -- the event it began with
  event_id String,
  customer String,
  happened_day Date,
  -- whom the event names, else the owner at the end of its day
  employee LowCardinality(String),
  touchpoint LowCardinality(String),
  campaign_id LowCardinality(String),
  content_id String,
  -- csat | nps | ces; '' where nobody told
  survey LowCardinality(String),
  -- NULL where none was given, or one that its scale does not have; see docs/events.md
  score Nullable(Decimal(18, 4)),
  scale Nullable(Decimal(18, 4)),
  -- written by the system for somebody who said nothing
  is_default Bool,
  -- an answer that nobody can have read the questions of, or that is marked as none
  is_void Bool,
  -- what it led to before the next of its kind: a valid answer to the survey, the coming to or missing of the
  -- appointment ('visited', 'no_show' in outcome), the first view of the content, the end of the case, an employee's
  -- answer on the same day of conversation. Seconds are counted from the beginning, begun ones as whole.
  outcome LowCardinality(String),
  outcome_day Nullable(Date),
  outcome_seconds Nullable(UInt32),
  -- the first time that the content was passed on
  shared_day Nullable(Date),
  shared_seconds Nullable(UInt32),
  -- of the customer, see 0010_settled_facts.sql
  joined_day Nullable(Date),
  channel LowCardinality(String),
  acquirer LowCardinality(String),
  owner LowCardinality(String),
  owner_since Date,
  earlier_owner_from Array(Date),
  earlier_owners Array(LowCardinality(String)),
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY (customer_id, kind, event_id);

CREATE TABLE IF NOT EXISTS contact_facts_settled AS contact_facts_fresh
ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (kind, happened_day, customer_id, event_id);

-- Steps of campaigns, services, leads and invitations.
CREATE TABLE IF NOT EXISTS event_facts_fresh (
  type LowCardinality(String),
  customer_id UInt64,
  occurred_at DateTime64(3, 'UTC'),
  event_id String,
  customer String,
  day Date,
  -- whom the event names; '' for nobody
  employee_id LowCardinality(String),
  -- the same, else the owner at the end of its day
  employee LowCardinality(String),
  campaign_id LowCardinality(String),
  -- of the customer, see 0010_settled_facts.sql
  joined_day Nullable(Date),
  channel LowCardinality(String),
  acquirer LowCardinality(String),
  owner LowCardinality(String),
  owner_since Date,
  earlier_owner_from Array(Date),
  earlier_owners Array(LowCardinality(String)),
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY (customer_id, type, occurred_at, event_id);

CREATE TABLE IF NOT EXISTS event_facts_settled AS event_facts_fresh
ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (type, customer_id, occurred_at, event_id);

TRUNCATE TABLE facts_definition;

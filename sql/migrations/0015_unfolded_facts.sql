-- Friendships, stays in groups and the customers that campaigns were meant for, a row each with what is known of their
-- customer: settled, so that a question neither unfolds the arrays of every customer nor looks every customer up again. Of
-- customers whose facts are fresh they are made when asked for; see relation_facts_fresh and its like in sql/models. And an
-- order tells the campaigns that it can be put down to, so that a question looks through no events; the few that have any
-- stand apart. Customers also tell when they were friends, and when in a group, as they do for the pool.
-- Facts are derived: the next start builds all anew.

CREATE TABLE IF NOT EXISTS relation_facts_settled (
  customer_id UInt64,
  customer String,
  joined_day Nullable(Date),
  channel LowCardinality(String),
  acquirer LowCardinality(String),
  owner LowCardinality(String),
  owner_since Date,
  earlier_owner_from Array(Date),
  earlier_owners Array(LowCardinality(String)),
  employee LowCardinality(String),
  from_day Date,
  -- 2149-06-06: it goes on
  to_day Date,
  end_reason LowCardinality(String),
  is_transfer Bool
) ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (from_day, customer_id);

CREATE TABLE IF NOT EXISTS group_stays_settled (
  customer_id UInt64,
  customer String,
  joined_day Nullable(Date),
  channel LowCardinality(String),
  acquirer LowCardinality(String),
  owner LowCardinality(String),
  owner_since Date,
  earlier_owner_from Array(Date),
  earlier_owners Array(LowCardinality(String)),
  group_id LowCardinality(String),
  from_day Date,
  -- 2149-06-06: it goes on
  to_day Date,
  -- days of the stay on which the customer spoke in the group
  talk_days Array(Date)
) ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (from_day, customer_id);

CREATE TABLE IF NOT EXISTS campaign_tasks_settled (
  customer_id UInt64,
  customer String,
  campaign_id LowCardinality(String),
  arm LowCardinality(String),
  dispatched_day Nullable(Date),
  executed_day Nullable(Date),
  employee LowCardinality(String),
  joined_day Nullable(Date),
  channel LowCardinality(String),
  acquirer LowCardinality(String),
  owner LowCardinality(String),
  owner_since Date,
  earlier_owner_from Array(Date),
  earlier_owners Array(LowCardinality(String)),
  purchase_days Array(Date),
  purchase_void_from Array(Date)
) ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (dispatched_day, customer_id, campaign_id)
SETTINGS allow_nullable_key = 1;

DROP VIEW IF EXISTS campaign_touches;

-- Of an order that names no campaign, those that the customer took part in within the seven days before, latest last.
ALTER TABLE order_facts_fresh ADD COLUMN IF NOT EXISTS touch_campaigns Array(LowCardinality(String)) AFTER is_prompted;

-- Whether it names a campaign or has any of those.
ALTER TABLE order_facts_fresh ADD COLUMN IF NOT EXISTS in_campaign Bool AFTER touch_campaigns;

TRUNCATE TABLE order_facts_fresh;

DROP TABLE IF EXISTS order_facts_settled;

CREATE TABLE order_facts_settled AS order_facts_fresh
ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (in_campaign, paid_day, customer_id, order_id);

ALTER TABLE order_facts_settled ADD PROJECTION by_employee (SELECT * ORDER BY employee, paid_day);

-- A friend of any employee at the end of day d: friend_since <= d < friend_until, or so in one of the earlier times, which
-- neither overlap nor touch; and so for being in any group. 2149-06-06 as since: never; as until: still.
ALTER TABLE customer_facts_fresh
  ADD COLUMN IF NOT EXISTS friend_since Date AFTER came_back,
  ADD COLUMN IF NOT EXISTS friend_until Date AFTER friend_since,
  ADD COLUMN IF NOT EXISTS earlier_friend_since Array(Date) AFTER friend_until,
  ADD COLUMN IF NOT EXISTS earlier_friend_until Array(Date) AFTER earlier_friend_since,
  ADD COLUMN IF NOT EXISTS grouped_since Date AFTER earlier_friend_until,
  ADD COLUMN IF NOT EXISTS grouped_until Date AFTER grouped_since,
  ADD COLUMN IF NOT EXISTS earlier_grouped_since Array(Date) AFTER grouped_until,
  ADD COLUMN IF NOT EXISTS earlier_grouped_until Array(Date) AFTER earlier_grouped_since;

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

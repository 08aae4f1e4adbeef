-- Who took part in which campaign, who invited others when, whom an employee served and who applied to be a friend, a row each
-- and settled, as in 0015_unfolded_facts.sql: made of events and orders by each question, they cost more with every event.
-- Customers also tell what they did on the first days after joining as bits, and whether they did something in the second 24
-- hours; everyone whom a campaign was meant for, what she paid and was paid back when.
-- Facts are derived: the next start builds all anew.

CREATE TABLE IF NOT EXISTS campaign_participations_settled (
  customer_id UInt64,
  customer String,
  campaign_id LowCardinality(String),
  touched_day Date,
  employee LowCardinality(String),
  -- orders that name it; from void_from on nothing is left of one
  named_days Array(Date),
  named_void_from Array(Date),
  -- orders that name none, each with the campaigns that come before this one as long as they are not over
  offered_days Array(Date),
  offered_void_from Array(Date),
  offered_unless Array(Array(String)),
  joined_day Nullable(Date),
  channel LowCardinality(String),
  acquirer LowCardinality(String),
  owner LowCardinality(String),
  owner_since Date,
  earlier_owner_from Array(Date),
  earlier_owners Array(LowCardinality(String))
) ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (touched_day, customer_id, campaign_id);

-- What happened when, in its order.
CREATE TABLE IF NOT EXISTS campaign_touches_settled (
  customer_id UInt64,
  touch_days Array(Date),
  touch_campaigns Array(LowCardinality(String)),
  touch_employees Array(LowCardinality(String)),
  joined_day Nullable(Date),
  -- her own referrer, 0 for nobody
  brought_by UInt64
) ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY customer_id;

CREATE TABLE IF NOT EXISTS invitations_settled (
  customer_id UInt64,
  customer String,
  invited_day Date,
  employee LowCardinality(String),
  -- 2149-06-06: never again
  next_day Date,
  -- her own referrer, 0 for nobody
  brought_by UInt64,
  joined_day Nullable(Date),
  channel LowCardinality(String),
  acquirer LowCardinality(String),
  owner LowCardinality(String),
  owner_since Date,
  earlier_owner_from Array(Date),
  earlier_owners Array(LowCardinality(String))
) ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (invited_day, customer_id);

CREATE TABLE IF NOT EXISTS services_settled (
  customer_id UInt64,
  customer String,
  served_day Date,
  served_at DateTime64(3, 'UTC'),
  employee LowCardinality(String),
  ever_enrolled Bool,
  enrolled_at DateTime64(3, 'UTC'),
  joined_day Nullable(Date),
  channel LowCardinality(String),
  acquirer LowCardinality(String),
  owner LowCardinality(String),
  owner_since Date,
  earlier_owner_from Array(Date),
  earlier_owners Array(LowCardinality(String))
) ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (served_day, customer_id, employee);

CREATE TABLE IF NOT EXISTS applications_settled (
  customer_id UInt64,
  customer String,
  applied_day Date,
  employee LowCardinality(String),
  -- days on which anybody became her friend otherwise than by a transfer
  added_days Array(Date),
  joined_day Nullable(Date),
  channel LowCardinality(String),
  acquirer LowCardinality(String),
  owner LowCardinality(String),
  owner_since Date,
  earlier_owner_from Array(Date),
  earlier_owners Array(LowCardinality(String))
) ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (applied_day, customer_id);

ALTER TABLE campaign_tasks_settled
  -- paid, and given back as less than nothing
  ADD COLUMN IF NOT EXISTS money_days Array(Date) AFTER purchase_void_from,
  ADD COLUMN IF NOT EXISTS money_amounts Array(Decimal(18, 2)) AFTER money_days;

TRUNCATE TABLE campaign_tasks_settled;

ALTER TABLE customer_facts_fresh
  -- bit n: did something on the n-th day after joining, 0 to 31
  ADD COLUMN IF NOT EXISTS early_activity UInt32 AFTER active_offsets,
  -- did something between 24 and 48 hours after joining
  ADD COLUMN IF NOT EXISTS active_24h Bool AFTER held_24h;

TRUNCATE TABLE customer_facts_fresh;

DROP TABLE IF EXISTS customer_facts_settled;

CREATE TABLE customer_facts_settled AS customer_facts_fresh
ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (has_void, came_back, joined_day, customer_id)
SETTINGS allow_nullable_key = 1, min_columns_to_activate_adaptive_write_buffer = 20;

ALTER TABLE customer_facts_settled ADD PROJECTION by_owner (SELECT * ORDER BY owner, joined_day);

ALTER TABLE customer_facts_settled ADD PROJECTION by_acquirer (SELECT * ORDER BY acquirer, joined_day);

ALTER TABLE customer_facts_settled ADD PROJECTION by_first_owner (
  SELECT customer_id, has_void, bought_first, bought_second, bought_last, bought_first_owner ORDER BY bought_first_owner, bought_first);

TRUNCATE TABLE facts_definition;

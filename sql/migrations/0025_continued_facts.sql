-- What it takes to go on from the facts of a customer when events come that are later than all that is known of her, without
-- reading her history again: when she joined, the last moment her facts are made of, when exactly each contact began and which
-- thread it belongs to. And the rows of one batch are found among all events by their version.
-- Facts are derived: the next start builds all anew.

ALTER TABLE events ADD INDEX IF NOT EXISTS by_version version TYPE minmax;

ALTER TABLE events MATERIALIZE INDEX by_version SETTINGS mutations_sync = 1;

ALTER TABLE customer_facts_fresh
  -- the moment of joined_day
  ADD COLUMN IF NOT EXISTS joined_at Nullable(DateTime64(3, 'UTC')) AFTER joined_day,
  -- the last moment of all events and orders that her facts are made of
  ADD COLUMN IF NOT EXISTS last_at DateTime64(3, 'UTC') AFTER visited_days;

TRUNCATE TABLE customer_facts_fresh;

DROP TABLE IF EXISTS customer_facts_settled;

CREATE TABLE customer_facts_settled AS customer_facts_fresh
ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (came_back, joined_day, customer_id)
SETTINGS allow_nullable_key = 1, min_columns_to_activate_adaptive_write_buffer = 20;

ALTER TABLE customer_facts_settled ADD PROJECTION by_owner (SELECT * ORDER BY owner, joined_day);

ALTER TABLE customer_facts_settled ADD PROJECTION by_acquirer (SELECT * ORDER BY acquirer, joined_day);

ALTER TABLE customer_facts_settled ADD PROJECTION by_first_owner (
  SELECT customer_id, bought_first, bought_second, purchases_since, bought_first_owner ORDER BY bought_first_owner, bought_first);

ALTER TABLE contact_facts_fresh
  ADD COLUMN IF NOT EXISTS happened_at DateTime64(3, 'UTC') AFTER happened_hour,
  -- of one customer and kind, what may follow one another; see due_told.sql
  ADD COLUMN IF NOT EXISTS thread UInt64 AFTER happened_at,
  -- of kind, customer and event, so that one row can be found, and hidden, by a number
  ADD COLUMN IF NOT EXISTS contact_id UInt64 AFTER thread,
  -- whether a fresh row hides all that is settled of its customer, or what is settled of itself alone
  ADD COLUMN IF NOT EXISTS hides_customer Bool AFTER earlier_owners;

TRUNCATE TABLE contact_facts_fresh;

DROP TABLE IF EXISTS contact_facts_settled;

CREATE TABLE contact_facts_settled AS contact_facts_fresh
ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (kind, happened_day, customer_id, event_id);

ALTER TABLE event_facts_fresh
  -- as in event_keys
  ADD COLUMN IF NOT EXISTS event_id_hash UInt64 AFTER event_id,
  ADD COLUMN IF NOT EXISTS hides_customer Bool AFTER earlier_owners;

TRUNCATE TABLE event_facts_fresh;

DROP TABLE IF EXISTS event_facts_settled;

CREATE TABLE event_facts_settled AS event_facts_fresh
ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (type, customer_id, occurred_at, event_id);

TRUNCATE TABLE facts_definition;

-- On which days a customer visited the company and on which it reached her, whether she stayed for 24 hours after joining, and
-- whether an order had one before it; at which hour of the business's day contacts happened and orders were paid; and what she
-- did on which days once more by month. Facts are derived: the next start builds all anew.
--
-- A part that is written holds two buffers of a megabyte for each column, once for the rows and once for each projection; of
-- seventy columns that is more than the engine may have in all. Adaptive ones begin small.

ALTER TABLE customer_facts_fresh
  -- the customer who brought her, 0 for nobody; made of the name as in sql/load
  ADD COLUMN IF NOT EXISTS referrer_id UInt64 AFTER referrer,
  ADD COLUMN IF NOT EXISTS held_24h Bool AFTER first_dialog_seconds,
  ADD COLUMN IF NOT EXISTS visit_days Array(Date) AFTER one_to_many_days,
  ADD COLUMN IF NOT EXISTS reached_days Array(Date) AFTER visit_days,
  -- calendar months (years × 12 + month) with a day on which she did something, and of each kind of days which they are: a bit for each
  ADD COLUMN IF NOT EXISTS active_months Array(UInt16) AFTER reached_days,
  ADD COLUMN IF NOT EXISTS active_in_month Array(UInt32) AFTER active_months,
  ADD COLUMN IF NOT EXISTS bought_in_month Array(UInt32) AFTER active_in_month,
  ADD COLUMN IF NOT EXISTS one_to_one_in_month Array(UInt32) AFTER bought_in_month,
  ADD COLUMN IF NOT EXISTS in_groups_in_month Array(UInt32) AFTER one_to_one_in_month,
  ADD COLUMN IF NOT EXISTS one_to_many_in_month Array(UInt32) AFTER in_groups_in_month,
  ADD COLUMN IF NOT EXISTS visited_in_month Array(UInt32) AFTER one_to_many_in_month;

ALTER TABLE order_facts_fresh
  -- 0 to 23
  ADD COLUMN IF NOT EXISTS paid_hour UInt8 AFTER paid_day,
  -- the day from which none of the customer's orders of earlier days stands any more; 2149-06-06 where one stands for good, 1970-01-01 where there is none
  ADD COLUMN IF NOT EXISTS earlier_void_from Date AFTER void_from;

ALTER TABLE contact_facts_fresh ADD COLUMN IF NOT EXISTS happened_hour UInt8 AFTER happened_day;

ALTER TABLE customer_facts_fresh MODIFY SETTING min_columns_to_activate_adaptive_write_buffer = 20;

ALTER TABLE order_facts_fresh MODIFY SETTING min_columns_to_activate_adaptive_write_buffer = 20;

TRUNCATE TABLE customer_facts_fresh;

TRUNCATE TABLE order_facts_fresh;

TRUNCATE TABLE contact_facts_fresh;

DROP TABLE IF EXISTS customer_facts_settled;

CREATE TABLE customer_facts_settled AS customer_facts_fresh
ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (has_void, came_back, joined_day, customer_id)
SETTINGS allow_nullable_key = 1, min_columns_to_activate_adaptive_write_buffer = 20;

ALTER TABLE customer_facts_settled ADD PROJECTION by_owner (SELECT * ORDER BY owner, joined_day);

ALTER TABLE customer_facts_settled ADD PROJECTION by_acquirer (SELECT * ORDER BY acquirer, joined_day);

ALTER TABLE customer_facts_settled ADD PROJECTION by_first_owner (
  SELECT customer_id, has_void, bought_first, bought_second, bought_last, bought_first_owner ORDER BY bought_first_owner, bought_first);

DROP TABLE IF EXISTS order_facts_settled;

CREATE TABLE order_facts_settled AS order_facts_fresh
ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (in_campaign, paid_day, customer_id, order_id)
SETTINGS min_columns_to_activate_adaptive_write_buffer = 20;

ALTER TABLE order_facts_settled ADD PROJECTION by_employee (SELECT * ORDER BY employee, paid_day);

DROP TABLE IF EXISTS contact_facts_settled;

CREATE TABLE contact_facts_settled AS contact_facts_fresh
ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (kind, happened_day, customer_id, event_id);

TRUNCATE TABLE facts_definition;

-- Facts: what metrics read. Each is a function of the entity rows of one customer alone, so it can be
-- recomputed for any set of customers, and never depends on today: everything that changes with the day
-- one asks about is kept as dates and decided in the question.

CREATE TABLE IF NOT EXISTS customer_facts (
  customer_id UInt64,
  customer String,
  joined_day Nullable(Date),
  channel LowCardinality(String),
  acquirer LowCardinality(String),
  -- owner_ids[i] owns the customer at the end of every day from owner_from[i] until the next; the first
  -- entry is always 1970-01-01, 'unattributed'.
  owner_from Array(Date),
  owner_ids Array(LowCardinality(String)),
  -- by a relation or as a member of a group; in the pool at the end of day d: some i with pool_from[i] <= d < pool_to[i]
  pool_from Array(Date),
  pool_to Array(Date),
  -- days since joining, 0 to 90, on which the customer did something
  active_offsets Array(UInt8),
  -- purchase occasions: days with an order; from purchase_void_from[i] on, all of them are refunded in full
  purchase_days Array(Date),
  purchase_void_from Array(Date),
  phone_valid Bool,
  birthday Nullable(Date32),
  gender_known Bool,
  city_known Bool,
  is_staff Bool,
  city LowCardinality(String),
  tags Array(LowCardinality(String)),
  -- who brought the customer, as told; '' for nobody
  referrer String,
  -- the first enrolment as a member
  member_from Nullable(Date),
  -- seconds, begun ones as whole, from joining to the customer's first message at or after it
  first_dialog_seconds Nullable(UInt32),
  -- days since joining, 0 to 30, on which an employee wrote to the customer or noted a follow-up
  follow_up_offsets Array(UInt8),
  -- every day on which the customer did something
  active_days Array(Date),
  -- money in (paid) and out (refunded, negative), each on its own day
  money_days Array(Date),
  money_amounts Array(Decimal(18, 2)),
  -- every relation, also those that ended on the day they began: employee, first day, day it ended (2149-06-06: open),
  -- why it ended, and whether it began by a transfer
  relation_employees Array(LowCardinality(String)),
  relation_from Array(Date),
  relation_to Array(Date),
  relation_ends Array(LowCardinality(String)),
  relation_transferred Array(Bool),
  -- every stay in a group: which, first day, day it ended (2149-06-06: open), and on which of its days the customer spoke there
  group_ids Array(LowCardinality(String)),
  group_from Array(Date),
  group_to Array(Date),
  group_talk_days Array(Array(Date)),
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY customer_id;

CREATE TABLE IF NOT EXISTS order_facts (
  customer_id UInt64,
  order_id String,
  customer String,
  paid_at DateTime64(3, 'UTC'),
  paid_day Date,
  amount Decimal(18, 2),
  -- can be a valid order at all: more than zero, not by staff
  countable Bool,
  -- from this day on refunded in full; 2149-06-06 when it is not
  void_from Date,
  refund_days Array(Date),
  refund_amounts Array(Decimal(18, 2)),
  -- of each refund, whether the goods came back or only the money; '' where nobody told
  refund_types Array(LowCardinality(String)),
  -- of the earliest part of the order
  domain LowCardinality(String),
  product_category LowCardinality(String),
  campaign_id LowCardinality(String),
  group_id LowCardinality(String),
  employee LowCardinality(String),
  joined_day Nullable(Date),
  -- another customer brought this one
  is_referred Bool,
  channel LowCardinality(String),
  acquirer LowCardinality(String),
  owner_from Array(Date),
  owner_ids Array(LowCardinality(String)),
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY (customer_id, order_id);

-- Employees and their place in the organisation as it is now; small, rebuilt whole.
CREATE TABLE IF NOT EXISTS employee_places (
  employee_id String,
  name String,
  status LowCardinality(String),
  org_unit_id String,
  region String,
  store String,
  dept String,
  team String,
  version UInt64
) ENGINE = ReplacingMergeTree(version) ORDER BY employee_id;

-- With which definition the facts were built: another one, and they are built anew at the next start.
CREATE TABLE IF NOT EXISTS facts_definition (
  checksum String,
  version UInt64
) ENGINE = ReplacingMergeTree(version) ORDER BY tuple();

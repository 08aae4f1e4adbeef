-- Facts without a merge at reading time: nearly all rows stand settled, one row per key; what loads have recomputed
-- since then stands fresh beside them and hides the settled rows of the same customers. The views customer_facts and
-- order_facts (sql/models) put both together. Facts are derived, so the old tables simply go; the next start builds anew.

CREATE TABLE IF NOT EXISTS customer_facts_fresh (
  customer_id UInt64,
  customer String,
  joined_day Nullable(Date),
  channel LowCardinality(String),
  acquirer LowCardinality(String),
  -- Who owns the customer from owner_since on. Before that: at the end of every day from earlier_owner_from[i] until the
  -- next, earlier_owners[i]; both empty when nobody did.
  owner LowCardinality(String),
  owner_since Date,
  earlier_owner_from Array(Date),
  earlier_owners Array(LowCardinality(String)),
  -- by a relation or as a member of a group; in the pool at the end of day d: pool_since <= d < pool_until, or so in one
  -- of the earlier stays. Stays neither overlap nor touch. 2149-06-06 as pool_since: never; as pool_until: still.
  pool_since Date,
  pool_until Date,
  earlier_pool_since Array(Date),
  earlier_pool_until Array(Date),
  -- days since joining, 0 to 90, on which the customer did something
  active_offsets Array(UInt8),
  -- purchase occasions: days with an order; from purchase_void_from[i] on, all of them are refunded in full
  purchase_days Array(Date),
  purchase_void_from Array(Date),
  -- the first two and the last of those days, 1970-01-01 for none, and whether any was ever refunded in full
  bought_first Date,
  bought_second Date,
  bought_last Date,
  has_void Bool,
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
  gender LowCardinality(String),
  -- days on which the customer booked an appointment, and on which one was kept
  booked_days Array(Date),
  visited_days Array(Date),
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY customer_id;

CREATE TABLE IF NOT EXISTS customer_facts_settled AS customer_facts_fresh
ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 60) ORDER BY customer_id;

CREATE TABLE IF NOT EXISTS order_facts_fresh (
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
  -- of the customer, see there
  joined_day Nullable(Date),
  is_referred Bool,
  channel LowCardinality(String),
  acquirer LowCardinality(String),
  owner LowCardinality(String),
  owner_since Date,
  earlier_owner_from Array(Date),
  earlier_owners Array(LowCardinality(String)),
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY (customer_id, order_id);

CREATE TABLE IF NOT EXISTS order_facts_settled AS order_facts_fresh
ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 60) ORDER BY (customer_id, order_id);

DROP TABLE IF EXISTS customer_facts;

DROP TABLE IF EXISTS order_facts;

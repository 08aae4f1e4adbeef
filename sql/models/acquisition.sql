/* ---
grain: acquisition
source: acquisition
customers: false  # a cost belongs to no customer, so no segment can hold it
channel: channel
owners:
  acquirer: acquirer
  now: owner_now
  at_event: owner_at_event
columns:
  kept_on: "least(happened_day + 1, {completeThrough:Date})"
  # who bought before joining is no new buyer
  first_bought: "if(first_purchase_day >= happened_day, first_purchase_day, NULL)"
as_customers: [owner_now, owner_at_event, occasions, first_purchase_day, pool_from, pool_to]
--- */
-- Customers on the day they joined, staff left out, beside what was spent, each row its own: what one customer cost is a sum over the
-- one divided by a sum over the other.
CREATE OR REPLACE VIEW acquisition AS
SELECT
  customer_id,
  customer,
  assumeNotNull(joined_day) AS happened_day,
  toString(channel) AS channel,
  toString(acquirer) AS acquirer,
  toString(owner) AS owner,
  owner_since,
  earlier_owner_from,
  earlier_owners,
  toInt64(1) AS joined,
  toDecimal64(0, 2) AS cost,
  purchase_days,
  purchase_void_from,
  kept_days,
  bought_first,
  purchases_since,
  pool_since,
  pool_until,
  earlier_pool_since,
  earlier_pool_until,
  money_days,
  money_amounts
FROM customer_facts
WHERE joined_day IS NOT NULL AND NOT is_staff
UNION ALL
SELECT
  customer_id,
  customer,
  spent_day,
  channel,
  employee,
  employee,
  toDate(0),
  [],
  [],
  toInt64(0),
  cost,
  [],
  [],
  [],
  toDate(0),
  toDate(0),
  toDate('2149-06-06'),
  toDate('2149-06-06'),
  [],
  [],
  [],
  []
FROM spend;

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
  # purchase occasions as known on the day one asks from
  occasions: "arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from)"
  kept_on: "least(happened_day + 1, {completeThrough:Date})"
  # who bought before joining is no new buyer
  bought_first: "if(notEmpty(occasions) AND occasions[1] >= happened_day, occasions[1], NULL)"
as_customers: [owner_now, owner_at_event]
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
  pool_from,
  pool_to,
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
  [],
  [],
  []
FROM spend;

/* ---
grain: customer or cost
source: activity_and_spend
customers: false  # a cost belongs to no customer, so no segment can hold it
channel: channel
owners:
  acquirer: acquirer
  now: owner_now
  at_event: owner_at_event
as_customers: [owner_now, owner_at_event]
by_month:
  months: day_months
  of: days
  days: days_in_month
--- */
-- Customers with the days on which they did something, beside what was spent, each cost a row with its own day: what one
-- customer cost is a sum over the one divided by a sum over the other.
CREATE OR REPLACE VIEW activity_and_spend AS
SELECT
  customer_id,
  customer,
  active_days AS days,
  active_months AS day_months,
  active_in_month AS days_in_month,
  toDecimal64(0, 2) AS cost,
  toInt64(1) AS served,
  toString(channel) AS channel,
  toString(acquirer) AS acquirer,
  toString(owner) AS owner,
  owner_since,
  earlier_owner_from,
  earlier_owners
FROM customer_facts
UNION ALL
SELECT
  customer_id,
  customer,
  [spent_day],
  [toUInt16(toRelativeMonthNum(spent_day))],
  [bitShiftLeft(toUInt32(1), toDayOfMonth(spent_day) - 1)],
  cost,
  toInt64(0),
  channel,
  employee,
  employee,
  toDate(0),
  [],
  []
FROM spend;

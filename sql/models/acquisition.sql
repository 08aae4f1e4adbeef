/* ---
grain: acquisition
source: acquisition
customers: false  # a cost belongs to no customer, so no segment can hold it
channel: channel
owners:
  acquirer: acquirer
  now: owner_ids[arrayLastIndex(day -> day <= {completeThrough:Date}, owner_from)]
  at_event: owner_ids[arrayLastIndex(day -> day <= cohort_day, owner_from)]
--- */
-- Customers on the day they joined beside what was spent, each row its own: what one customer cost is a sum over the
-- one divided by a sum over the other.
CREATE OR REPLACE VIEW acquisition AS
SELECT
  customer_id,
  customer,
  assumeNotNull(joined_day) AS happened_day,
  toString(channel) AS channel,
  toString(acquirer) AS acquirer,
  owner_from,
  owner_ids,
  toInt64(1) AS joined,
  toDecimal64(0, 2) AS cost
FROM customer_facts FINAL
WHERE joined_day IS NOT NULL
UNION ALL
SELECT
  customer_id,
  customer,
  spent_day,
  channel,
  employee,
  [toDate(0)],
  CAST([employee], 'Array(LowCardinality(String))'),
  toInt64(0),
  cost
FROM spend;

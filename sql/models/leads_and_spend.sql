/* ---
grain: lead
source: leads_and_spend
customers: false  # not all of it belongs to customers, so no segment can hold it
channel: channel
owners:
  acquirer: acquirer
  now: owner_ids[arrayLastIndex(day -> day <= {completeThrough:Date}, owner_from)]
  at_event: owner_ids[arrayLastIndex(day -> day <= cohort_day, owner_from)]
--- */
-- Leads beside what was spent, each row its own. A lead is a customer on the first day she applied to be added, clicked an
-- ad or booked an appointment, whether or not she joined.
CREATE OR REPLACE VIEW leads_and_spend AS
SELECT
  came.customer_id AS customer_id,
  came.customer AS customer,
  came.happened_day AS happened_day,
  if(person.channel = '', 'unknown', toString(person.channel)) AS channel,
  if(person.acquirer = '', 'unattributed', toString(person.acquirer)) AS acquirer,
  if(empty(person.owner_from), [toDate(0)], person.owner_from) AS owner_from,
  if(empty(person.owner_ids), CAST(['unattributed'], 'Array(LowCardinality(String))'), person.owner_ids) AS owner_ids,
  toInt64(1) AS is_lead,
  toDecimal64(0, 2) AS cost
FROM (
  SELECT customer_key AS customer_id, any(customer) AS customer, min(day) AS happened_day
  FROM event_facts FINAL
  WHERE type IN ('friend_applied', 'ad_clicked', 'appointment_booked')
  GROUP BY customer_key
) AS came
LEFT ANY JOIN (SELECT * FROM customer_facts) AS person ON person.customer_id = came.customer_id
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

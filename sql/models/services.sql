/* ---
grain: service
source: services
channel: channel
owners:
  acquirer: acquirer
  now: owner_ids[arrayLastIndex(day -> day <= {completeThrough:Date}, owner_from)]
  at_event: employee
--- */
-- Every customer whom an employee served in a store on a day, from the first visit on, and when she became a member.
CREATE OR REPLACE VIEW services AS
SELECT
  served.customer_key AS customer_id,
  served.customer AS customer,
  served.day AS served_day,
  served.served_at AS served_at,
  toString(served.employee_id) AS employee,
  enrolled.is_known AS ever_enrolled,
  enrolled.enrolled_at AS enrolled_at,
  person.joined_day AS joined_day,
  if(person.channel = '', 'unknown', toString(person.channel)) AS channel,
  if(person.acquirer = '', 'unattributed', toString(person.acquirer)) AS acquirer,
  if(empty(person.owner_from), [toDate(0)], person.owner_from) AS owner_from,
  if(empty(person.owner_ids), CAST(['unattributed'], 'Array(LowCardinality(String))'), person.owner_ids) AS owner_ids
FROM (
  SELECT customer_key, any(customer) AS customer, day, employee_id, min(occurred_at) AS served_at
  FROM event_facts FINAL
  WHERE type IN ('store_visited', 'appointment_visited') AND employee_id != ''
  GROUP BY customer_key, day, employee_id
) AS served
LEFT ANY JOIN (
  SELECT customer_key, min(occurred_at) AS enrolled_at, true AS is_known
  FROM event_facts FINAL
  WHERE type = 'member_enrolled'
  GROUP BY customer_key
) AS enrolled ON enrolled.customer_key = served.customer_key
LEFT ANY JOIN (SELECT * FROM customer_facts) AS person ON person.customer_id = served.customer_key;

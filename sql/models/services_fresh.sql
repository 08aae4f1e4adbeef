-- Every customer whom an employee served in a store on a day, from the first visit on, and when she became a member; of the
-- customers whose facts are fresh.
CREATE OR REPLACE VIEW services_fresh AS
SELECT
  served.customer_id AS customer_id,
  served.customer AS customer,
  served.day AS served_day,
  served.served_at AS served_at,
  served.employee_id AS employee,
  enrolled.is_known AS ever_enrolled,
  enrolled.enrolled_at AS enrolled_at,
  served.joined_day AS joined_day,
  served.channel AS channel,
  served.acquirer AS acquirer,
  served.owner AS owner,
  served.owner_since AS owner_since,
  served.earlier_owner_from AS earlier_owner_from,
  served.earlier_owners AS earlier_owners
FROM (
  SELECT
    customer_id,
    any(customer) AS customer,
    day,
    employee_id,
    min(occurred_at) AS served_at,
    any(joined_day) AS joined_day,
    any(channel) AS channel,
    any(acquirer) AS acquirer,
    any(owner) AS owner,
    any(owner_since) AS owner_since,
    any(earlier_owner_from) AS earlier_owner_from,
    any(earlier_owners) AS earlier_owners
  FROM event_facts
  WHERE type IN ('store_visited', 'appointment_visited') AND employee_id != '' AND customer_id IN (SELECT customer_id FROM customer_facts_fresh)
  GROUP BY customer_id, day, employee_id
) AS served
LEFT ANY JOIN (
  SELECT customer_id, min(occurred_at) AS enrolled_at, true AS is_known
  FROM event_facts
  WHERE type = 'member_enrolled' AND customer_id IN (SELECT customer_id FROM customer_facts_fresh)
  GROUP BY customer_id
) AS enrolled ON enrolled.customer_id = served.customer_id;

-- Who owned a customer from which day on, newest first; the first entry, before anybody, is left out.
SELECT since, employee_id, ifNull(p.name, '') AS name
FROM (
  SELECT since, employee_id
  FROM (SELECT owner_from, owner_ids FROM customer_facts WHERE customer_id = {id:UInt64})
  ARRAY JOIN owner_from AS since, owner_ids AS employee_id
  WHERE since > toDate('1970-01-01')
) AS owners
LEFT JOIN (SELECT employee_id, name FROM employee_places FINAL) AS p ON p.employee_id = owners.employee_id
ORDER BY since DESC
LIMIT 100

-- Who owned a customer from which day on, newest first; the first entry, before anybody, is left out.
SELECT since, employee_id, ifNull(p.name, '') AS name
FROM (
  SELECT since, toString(employee_id) AS employee_id
  FROM (
    SELECT
      arrayPushBack(earlier_owner_from, owner_since) AS days,
      arrayPushBack(earlier_owners, owner) AS owners
    FROM customer_facts
    WHERE customer_id = {id:UInt64}
  )
  ARRAY JOIN days AS since, owners AS employee_id
  WHERE since > toDate('1970-01-01')
) AS owners
LEFT JOIN (SELECT employee_id, name FROM employee_places FINAL) AS p ON p.employee_id = owners.employee_id
ORDER BY since DESC
LIMIT 100

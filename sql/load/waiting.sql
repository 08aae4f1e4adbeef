-- Rows that name a customer, employee or order which is not known yet, per dataset and what they wait for.
-- They are loaded all the same and join when the other side comes.
SELECT dataset, reference, rows, sample
FROM (
  SELECT 'customers' AS dataset, 'employee' AS reference, count() AS rows, any(employee_id) AS sample
  FROM customers FINAL
  WHERE employee_id != '' AND employee_id NOT IN (SELECT employee_id FROM employees)
  UNION ALL
  SELECT 'relations', 'customer', count(), any(customer)
  FROM relations FINAL
  WHERE customer_key NOT IN (SELECT customer_key FROM customers)
  UNION ALL
  SELECT 'relations', 'employee', count(), any(employee_id)
  FROM relations FINAL
  WHERE employee_id NOT IN (SELECT employee_id FROM employees)
  UNION ALL
  SELECT 'ownership', 'customer', count(), any(customer)
  FROM ownership FINAL
  WHERE customer_key NOT IN (SELECT customer_key FROM customers)
  UNION ALL
  SELECT 'ownership', 'employee', count(), any(employee_id)
  FROM ownership FINAL
  WHERE employee_id NOT IN (SELECT employee_id FROM employees)
  UNION ALL
  SELECT 'events', 'customer', count(), any(customer)
  FROM events FINAL
  WHERE customer_key NOT IN (SELECT customer_key FROM customers)
  UNION ALL
  SELECT 'events', 'employee', count(), any(employee_id)
  FROM events FINAL
  WHERE employee_id != '' AND employee_id NOT IN (SELECT employee_id FROM employees)
  UNION ALL
  SELECT 'orders', 'customer', count(), any(customer)
  FROM orders FINAL
  WHERE customer_key NOT IN (SELECT customer_key FROM customers)
  UNION ALL
  SELECT 'orders', 'employee', count(), any(employee_id)
  FROM orders FINAL
  WHERE employee_id != '' AND employee_id NOT IN (SELECT employee_id FROM employees)
  UNION ALL
  SELECT 'refunds', 'order', count(), any(order_id)
  FROM refunds FINAL
  WHERE order_id NOT IN (SELECT order_id FROM order_keys FINAL)
)
WHERE rows > 0
ORDER BY dataset, reference

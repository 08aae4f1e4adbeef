-- Rows that name a customer, employee, order, group, channel or campaign which is not known yet, per dataset and what they wait for.
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
  UNION ALL
  SELECT 'groups', 'employee', count(), any(owner_employee_id)
  FROM groups FINAL
  WHERE owner_employee_id != '' AND owner_employee_id NOT IN (SELECT employee_id FROM employees)
  UNION ALL
  SELECT 'group_members', 'customer', count(), any(customer)
  FROM group_members FINAL
  WHERE customer_key NOT IN (SELECT customer_key FROM customers)
  UNION ALL
  SELECT 'group_members', 'group', count(), any(group_id)
  FROM group_members FINAL
  WHERE group_id NOT IN (SELECT group_id FROM groups)
  UNION ALL
  SELECT 'list_members', 'customer', count(), any(customer)
  FROM list_members FINAL
  WHERE customer_key NOT IN (SELECT customer_key FROM customers)
  UNION ALL
  SELECT 'campaign_audience', 'customer', count(), any(customer)
  FROM campaign_audience FINAL
  WHERE customer_key NOT IN (SELECT customer_key FROM customers)
  UNION ALL
  SELECT 'campaign_audience', 'campaign', count(), any(campaign_id)
  FROM campaign_audience FINAL
  WHERE campaign_id NOT IN (SELECT campaign_id FROM campaigns)
  UNION ALL
  SELECT 'campaign_audience', 'employee', count(), any(employee_id)
  FROM campaign_audience FINAL
  WHERE employee_id != '' AND employee_id NOT IN (SELECT employee_id FROM employees)
  UNION ALL
  SELECT 'reach', 'channel', count(), any(channel)
  FROM reach FINAL
  WHERE channel NOT IN (SELECT channel FROM channels)
  UNION ALL
  SELECT 'reach', 'campaign', count(), any(campaign_id)
  FROM reach FINAL
  WHERE campaign_id != '' AND campaign_id NOT IN (SELECT campaign_id FROM campaigns)
  UNION ALL
  SELECT 'costs', 'campaign', count(), any(campaign_id)
  FROM costs FINAL
  WHERE campaign_id != '' AND campaign_id NOT IN (SELECT campaign_id FROM campaigns)
  UNION ALL
  SELECT 'costs', 'employee', count(), any(employee_id)
  FROM costs FINAL
  WHERE employee_id != '' AND employee_id NOT IN (SELECT employee_id FROM employees)
  UNION ALL
  SELECT 'targets', 'employee', count(), any(scope_id)
  FROM targets FINAL
  WHERE scope = 'employee' AND scope_id NOT IN (SELECT employee_id FROM employees)
  UNION ALL
  SELECT 'targets', 'org unit', count(), any(scope_id)
  FROM targets FINAL
  WHERE scope = 'org_unit' AND scope_id NOT IN (SELECT org_unit_id FROM org_units)
  UNION ALL
  SELECT 'targets', 'channel', count(), any(scope_id)
  FROM targets FINAL
  WHERE scope = 'channel' AND scope_id NOT IN (SELECT channel FROM channels)
  UNION ALL
  SELECT 'targets', 'campaign', count(), any(campaign_id)
  FROM targets FINAL
  WHERE campaign_id != '' AND campaign_id NOT IN (SELECT campaign_id FROM campaigns)
)
WHERE rows > 0
ORDER BY dataset, reference

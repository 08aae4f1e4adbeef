-- What happened to and by one customer, newest first.
WITH entries AS (
  SELECT started_at AS at, 'relation_started' AS kind, toString(add_way) AS detail, toString(employee_id) AS employee, '' AS reference, CAST(NULL AS Nullable(Decimal(18, 2))) AS amount
  FROM relations FINAL WHERE customer_key = {id:UInt64}
  UNION ALL
  SELECT assumeNotNull(ended_at), 'relation_ended', toString(end_reason), toString(employee_id), '', NULL
  FROM relations FINAL WHERE customer_key = {id:UInt64} AND ended_at IS NOT NULL
  UNION ALL
  SELECT occurred_at, 'event', toString(type), toString(employee_id), toString(campaign_id), NULL
  FROM events FINAL WHERE customer_key = {id:UInt64}
  UNION ALL
  SELECT paid_at, 'order', if(is_test, 'test', toString(status)), toString(employee_id), order_id, amount
  FROM orders FINAL WHERE customer_key = {id:UInt64}
  UNION ALL
  SELECT refunded_at, 'refund', toString(type), '', order_id, -amount
  FROM refunds FINAL WHERE order_id IN (SELECT order_id FROM orders FINAL WHERE customer_key = {id:UInt64})
)
SELECT
  formatDateTime(entries.at, '%Y-%m-%d', {timeZone:String}) AS day,
  formatDateTime(entries.at, '%H:%i', {timeZone:String}) AS time,
  entries.kind AS kind,
  entries.detail AS detail,
  entries.employee AS employee,
  ifNull(p.name, '') AS employee_name,
  entries.reference AS reference,
  entries.amount AS amount
FROM entries
LEFT JOIN (SELECT employee_id, name FROM employee_places FINAL) AS p ON p.employee_id = entries.employee
ORDER BY entries.at DESC, kind, detail
LIMIT {limit:UInt32} OFFSET {offset:UInt32}

SELECT
  period,
  countIf(is_first) AS rows,
  toUInt8(0) AS is_total
FROM (
  WITH
    {periods:Array(Date)}[month - {firstMonth:UInt16} + 1] AS period
  SELECT
    period,
    customer_id,
    true AS is_first
  FROM customer_months_now
  WHERE month BETWEEN {firstMonth:UInt16} AND {lastMonth:UInt16}
  UNION ALL
  WITH
    {periods:Array(Date)}[4] AS period
  SELECT
    period,
    customer_id,
    active_before < {firstMonth:UInt16} AS is_first
  FROM customer_months_now
  WHERE month BETWEEN {firstMonth:UInt16} AND {lastMonth:UInt16}
)
GROUP BY period
ORDER BY is_total, period

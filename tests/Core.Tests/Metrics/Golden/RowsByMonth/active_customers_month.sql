SELECT
  {periods:Array(Date)}[if(grouping(month) = 1, 4, month - {firstMonth:UInt16} + 1)] AS period,
  if(grouping(month) = 1, countIf(is_first), count()) AS rows,
  toUInt8(0) AS is_total
FROM (
  SELECT
    customer_id,
    month,
    active_before < {firstMonth:UInt16} AS is_first
  FROM customer_months_now
  WHERE month BETWEEN {firstMonth:UInt16} AND {lastMonth:UInt16}
)
GROUP BY ROLLUP(month)
ORDER BY is_total, period

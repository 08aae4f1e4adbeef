SELECT
  {periods:Array(Date)}[if(grouping(month) = 1, 4, month - {firstMonth:UInt16} + 1)] AS period,
  if(grouping(month) = 1, sum(whole_value), sum(value)) AS total,
  if(grouping(month) = 1, sumIf(over_value, is_first), sum(over_value)) AS over_total,
  if(grouping(month) = 1, countIf(is_first), count()) AS rows,
  toUInt8(0) AS is_total
FROM (
  WITH
    bitCount(in_groups_in_month) AS in_groups_in_period
  SELECT
    customer_id,
    in_groups_in_period AS value,
    1 AS over_value,
    month,
    active_before < {firstMonth:UInt16} AS is_first,
    in_groups_in_period AS whole_value
  FROM customer_months_now
  WHERE month BETWEEN {firstMonth:UInt16} AND {lastMonth:UInt16}
)
GROUP BY ROLLUP(month)
ORDER BY is_total, period

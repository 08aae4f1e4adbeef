SELECT
  period,
  sum(value) AS total,
  sum(over_value) AS over_total,
  countIf(is_first) AS rows,
  toUInt8(0) AS is_total
FROM (
  WITH
    {periods:Array(Date)}[month - {firstMonth:UInt16} + 1] AS period,
    bitCount(in_groups_in_month) AS in_groups_in_period
  SELECT
    period,
    customer_id,
    in_groups_in_period AS value,
    1 AS over_value,
    true AS is_first
  FROM customer_months_now
  WHERE month BETWEEN {firstMonth:UInt16} AND {lastMonth:UInt16}
  UNION ALL
  WITH
    {periods:Array(Date)}[4] AS period,
    bitCount(in_groups_in_month) AS in_groups_in_period
  SELECT
    period,
    customer_id,
    in_groups_in_period AS value,
    if(active_before < {firstMonth:UInt16}, 1, 0) AS over_value,
    active_before < {firstMonth:UInt16} AS is_first
  FROM customer_months_now
  WHERE month BETWEEN {firstMonth:UInt16} AND {lastMonth:UInt16}
)
GROUP BY period
ORDER BY is_total, period

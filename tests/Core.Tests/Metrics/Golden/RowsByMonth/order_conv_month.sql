SELECT
  period,
  region,
  countIf(counted) AS numerator,
  countIf(is_first) AS denominator,
  toUInt64(0) AS immature,
  grouping(region) = 1 AS is_total
FROM (
  WITH
    {periods:Array(Date)}[month - {firstMonth:UInt16} + 1] AS period,
    owner AS owner_now,
    bitCount(bought_in_month) AS bought_in_period
  SELECT
    period,
    if(place.region = '', 'unattributed', place.region) AS region,
    customer_id,
    true AS mature,
    bought_in_period > 0 AS counted,
    true AS is_first
  FROM customer_months_now
  LEFT ANY JOIN (SELECT * FROM employee_places FINAL) AS place ON place.employee_id = owner_now
  WHERE month BETWEEN {firstMonth:UInt16} AND {lastMonth:UInt16}
  UNION ALL
  WITH
    {periods:Array(Date)}[4] AS period,
    owner AS owner_now,
    bitCount(bought_in_month) AS bought_in_period
  SELECT
    period,
    if(place.region = '', 'unattributed', place.region) AS region,
    customer_id,
    true AS mature,
    bought_in_period > 0 AND bought_before < {firstMonth:UInt16} AS counted,
    active_before < {firstMonth:UInt16} AS is_first
  FROM customer_months_now
  LEFT ANY JOIN (SELECT * FROM employee_places FINAL) AS place ON place.employee_id = owner_now
  WHERE month BETWEEN {firstMonth:UInt16} AND {lastMonth:UInt16}
)
GROUP BY GROUPING SETS ((period, region), (period))
ORDER BY is_total, period, region

SELECT
  {periods:Array(Date)}[if(grouping(month) = 1, 4, month - {firstMonth:UInt16} + 1)] AS period,
  region,
  if(grouping(month) = 1, countIf(first_counted), countIf(counted)) AS numerator,
  if(grouping(month) = 1, countIf(is_first), count()) AS denominator,
  toUInt64(0) AS immature,
  grouping(region) = 1 AS is_total
FROM (
  WITH
    owner AS owner_now,
    bitCount(bought_in_month) AS bought_in_period
  SELECT
    if(place.region = '', 'unattributed', place.region) AS region,
    customer_id,
    true AS mature,
    bought_in_period > 0 AS counted,
    month,
    active_before < {firstMonth:UInt16} AS is_first,
    bought_in_period > 0 AND bought_before < {firstMonth:UInt16} AS first_counted
  FROM customer_months_now
  LEFT ANY JOIN (SELECT * FROM employee_places FINAL) AS place ON place.employee_id = owner_now
  WHERE month BETWEEN {firstMonth:UInt16} AND {lastMonth:UInt16}
)
GROUP BY CUBE(month, region)
ORDER BY is_total, period, region

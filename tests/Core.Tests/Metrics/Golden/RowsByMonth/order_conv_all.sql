SELECT
  employee,
  countIf(first_counted) AS numerator,
  countIf(is_first) AS denominator,
  toUInt64(0) AS immature,
  grouping(employee) = 1 AS is_total
FROM (
  WITH
    owner AS owner_now,
    bitCount(bought_in_month) AS bought_in_period
  SELECT
    owner_now AS employee,
    customer_id,
    true AS mature,
    bought_in_period > 0 AS counted,
    active_before < {firstMonth:UInt16} AS is_first,
    bought_in_period > 0 AND bought_before < {firstMonth:UInt16} AS first_counted
  FROM customer_months_now
  WHERE month BETWEEN {firstMonth:UInt16} AND {lastMonth:UInt16}
)
GROUP BY ROLLUP(employee)
ORDER BY is_total, employee

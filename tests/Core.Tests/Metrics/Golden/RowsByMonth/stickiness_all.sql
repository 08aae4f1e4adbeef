SELECT
  employee,
  sum(value) AS total,
  sum(over_value) AS over_total,
  countIf(is_first) AS rows,
  grouping(employee) = 1 AS is_total
FROM (
  WITH
    owner AS owner_now,
    bitCount(bitAnd(active_in_month, {last28Days:Array(UInt32)}[month - {firstMonth:UInt16} + 1])) AS active_in_28_days
  SELECT
    owner_now AS employee,
    customer_id,
    active_in_28_days AS value,
    28 AS over_value,
    true AS is_first
  FROM customer_months_now
  WHERE month = {lastMonth:UInt16} AND bitAnd(active_in_month, {last28Days:Array(UInt32)}[month - {firstMonth:UInt16} + 1]) != 0
)
GROUP BY ROLLUP(employee)
ORDER BY is_total, employee

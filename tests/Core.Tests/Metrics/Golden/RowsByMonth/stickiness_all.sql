SELECT
  employee,
  sum(whole_value) AS total,
  sumIf(over_value, is_first) AS over_total,
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
    month = {lastMonth:UInt16} AS is_first,
    if(month = {lastMonth:UInt16}, active_in_28_days, 0) AS whole_value
  FROM customer_months_now
  WHERE month = {lastMonth:UInt16} AND bitAnd(active_in_month, {last28Days:Array(UInt32)}[month - {firstMonth:UInt16} + 1]) != 0
)
GROUP BY ROLLUP(employee)
ORDER BY is_total, employee

SELECT
  period,
  employee,
  sum(value) AS total,
  sum(over_value) AS over_total,
  count() AS rows,
  grouping(employee) = 1 AS is_total
FROM (
  WITH
    {periods:Array(Date)}[month - {firstMonth:UInt16} + 1] AS period,
    owner AS owner_now,
    bitCount(bitAnd(active_in_month, {last28Days:Array(UInt32)}[month - {firstMonth:UInt16} + 1])) AS active_in_28_days
  SELECT
    period,
    owner_now AS employee,
    customer_id,
    active_in_28_days AS value,
    28 AS over_value
  FROM customer_months_now
  WHERE month BETWEEN {firstMonth:UInt16} AND {lastMonth:UInt16} AND bitAnd(active_in_month, {last28Days:Array(UInt32)}[month - {firstMonth:UInt16} + 1]) != 0
    AND (owner_since < {asOf:Date})
    AND channel IN {filter_channel:Array(String)}
  UNION ALL
  WITH
    {periods:Array(Date)}[4] AS period,
    {days:Array(Date)}[4] AS stock_day,
    owner AS owner_now,
    arrayCount(day -> day > stock_day - 28 AND day <= stock_day, active_days) AS active_in_28_days
  SELECT
    period,
    owner_now AS employee,
    customer_id,
    active_in_28_days AS value,
    28 AS over_value
  FROM customer_facts
  WHERE (owner_since < {asOf:Date})
    AND (arrayExists(day -> day > stock_day - 28 AND day <= stock_day, active_days))
    AND channel IN {filter_channel:Array(String)}
  UNION ALL
  WITH
    {periods:Array(Date)}[month - {firstMonth:UInt16} + 1] AS period,
    multiIf(owner_since <= {completeThrough:Date}, owner, empty(earlier_owners), 'unattributed', earlier_owners[arrayLastIndex(day -> day <= {completeThrough:Date}, earlier_owner_from)]) AS owner_now,
    bitCount(bitAnd(active_in_month, {last28Days:Array(UInt32)}[month - {firstMonth:UInt16} + 1])) AS active_in_28_days
  SELECT
    period,
    owner_now AS employee,
    customer_id,
    active_in_28_days AS value,
    28 AS over_value
  FROM customer_facts
  ARRAY JOIN active_months AS month, active_in_month
  WHERE month BETWEEN {firstMonth:UInt16} AND {lastMonth:UInt16} AND bitAnd(active_in_month, {last28Days:Array(UInt32)}[month - {firstMonth:UInt16} + 1]) != 0
    AND NOT (owner_since < {asOf:Date})
    AND channel IN {filter_channel:Array(String)}
  UNION ALL
  WITH
    {periods:Array(Date)}[4] AS period,
    {days:Array(Date)}[4] AS stock_day,
    multiIf(owner_since <= {completeThrough:Date}, owner, empty(earlier_owners), 'unattributed', earlier_owners[arrayLastIndex(day -> day <= {completeThrough:Date}, earlier_owner_from)]) AS owner_now,
    arrayCount(day -> day > stock_day - 28 AND day <= stock_day, active_days) AS active_in_28_days
  SELECT
    period,
    owner_now AS employee,
    customer_id,
    active_in_28_days AS value,
    28 AS over_value
  FROM customer_facts
  WHERE NOT (owner_since < {asOf:Date})
    AND (arrayExists(day -> day > stock_day - 28 AND day <= stock_day, active_days))
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, employee), (period))
ORDER BY is_total, period, employee

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
    owner AS owner_now
  SELECT
    period,
    owner_now AS employee,
    customer_id,
    cost AS value,
    served AS over_value
  FROM activity_and_spend
  ARRAY JOIN day_months AS month, days_in_month
  WHERE month BETWEEN {firstMonth:UInt16} AND {lastMonth:UInt16} AND bitAnd(days_in_month, {monthDays:Array(UInt32)}[month - {firstMonth:UInt16} + 1]) != 0
    AND (owner_since < {asOf:Date})
    AND channel IN {filter_channel:Array(String)}
  UNION ALL
  WITH
    {periods:Array(Date)}[4] AS period,
    {opens:Array(Date)}[4] AS open_day,
    {days:Array(Date)}[4] AS stock_day,
    owner AS owner_now
  SELECT
    period,
    owner_now AS employee,
    customer_id,
    cost AS value,
    served AS over_value
  FROM activity_and_spend
  WHERE (owner_since < {asOf:Date})
    AND (arrayExists(day -> day > open_day AND day <= stock_day, days))
    AND channel IN {filter_channel:Array(String)}
  UNION ALL
  WITH
    {periods:Array(Date)}[month - {firstMonth:UInt16} + 1] AS period,
    multiIf(owner_since <= {completeThrough:Date}, owner, empty(earlier_owners), 'unattributed', earlier_owners[arrayLastIndex(day -> day <= {completeThrough:Date}, earlier_owner_from)]) AS owner_now
  SELECT
    period,
    owner_now AS employee,
    customer_id,
    cost AS value,
    served AS over_value
  FROM activity_and_spend
  ARRAY JOIN day_months AS month, days_in_month
  WHERE month BETWEEN {firstMonth:UInt16} AND {lastMonth:UInt16} AND bitAnd(days_in_month, {monthDays:Array(UInt32)}[month - {firstMonth:UInt16} + 1]) != 0
    AND NOT (owner_since < {asOf:Date})
    AND channel IN {filter_channel:Array(String)}
  UNION ALL
  WITH
    {periods:Array(Date)}[4] AS period,
    {opens:Array(Date)}[4] AS open_day,
    {days:Array(Date)}[4] AS stock_day,
    multiIf(owner_since <= {completeThrough:Date}, owner, empty(earlier_owners), 'unattributed', earlier_owners[arrayLastIndex(day -> day <= {completeThrough:Date}, earlier_owner_from)]) AS owner_now
  SELECT
    period,
    owner_now AS employee,
    customer_id,
    cost AS value,
    served AS over_value
  FROM activity_and_spend
  WHERE NOT (owner_since < {asOf:Date})
    AND (arrayExists(day -> day > open_day AND day <= stock_day, days))
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, employee), (period))
ORDER BY is_total, period, employee

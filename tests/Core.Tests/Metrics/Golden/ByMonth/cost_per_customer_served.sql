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
  ARRAY JOIN day_months AS month
  WHERE month BETWEEN {firstMonth:UInt16} AND {lastMonth:UInt16}
    AND (owner_since < {asOf:Date})
    AND channel IN {filter_channel:Array(String)}
  UNION ALL
  WITH
    {periods:Array(Date)}[4] AS period,
    owner AS owner_now
  SELECT
    period,
    owner_now AS employee,
    customer_id,
    cost AS value,
    served AS over_value
  FROM activity_and_spend
  WHERE (owner_since < {asOf:Date})
    AND (arrayExists(one -> one BETWEEN {firstMonth:UInt16} AND {lastMonth:UInt16}, day_months))
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
  ARRAY JOIN day_months AS month
  WHERE month BETWEEN {firstMonth:UInt16} AND {lastMonth:UInt16}
    AND NOT (owner_since < {asOf:Date})
    AND channel IN {filter_channel:Array(String)}
  UNION ALL
  WITH
    {periods:Array(Date)}[4] AS period,
    multiIf(owner_since <= {completeThrough:Date}, owner, empty(earlier_owners), 'unattributed', earlier_owners[arrayLastIndex(day -> day <= {completeThrough:Date}, earlier_owner_from)]) AS owner_now
  SELECT
    period,
    owner_now AS employee,
    customer_id,
    cost AS value,
    served AS over_value
  FROM activity_and_spend
  WHERE NOT (owner_since < {asOf:Date})
    AND (arrayExists(one -> one BETWEEN {firstMonth:UInt16} AND {lastMonth:UInt16}, day_months))
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, employee), (period))
ORDER BY is_total, period, employee

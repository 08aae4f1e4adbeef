SELECT
  employee,
  countIf(counted) AS numerator,
  count() AS denominator,
  toUInt64(0) AS immature,
  grouping(employee) = 1 AS is_total
FROM (
  WITH
    {openDay:Date} AS open_day,
    {stockDay:Date} AS stock_day,
    owner AS owner_now,
    kept_days AS occasions,
    arrayCount(day -> day > open_day AND day <= stock_day, occasions) AS bought_in_period
  SELECT
    owner_now AS employee,
    customer_id,
    true AS mature,
    bought_in_period > 0 AS counted
  FROM customer_facts
  WHERE (purchases_since < {asOf:Date})
    AND (owner_since < {asOf:Date})
    AND (arrayExists(day -> day > open_day AND day <= stock_day, active_days))
    AND channel IN {filter_channel:Array(String)}
  UNION ALL
  WITH
    {openDay:Date} AS open_day,
    {stockDay:Date} AS stock_day,
    multiIf(owner_since <= {completeThrough:Date}, owner, empty(earlier_owners), 'unattributed', earlier_owners[arrayLastIndex(day -> day <= {completeThrough:Date}, earlier_owner_from)]) AS owner_now,
    arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from) AS occasions,
    arrayCount(day -> day > open_day AND day <= stock_day, occasions) AS bought_in_period
  SELECT
    owner_now AS employee,
    customer_id,
    true AS mature,
    bought_in_period > 0 AS counted
  FROM customer_facts
  WHERE NOT ((purchases_since < {asOf:Date}) AND (owner_since < {asOf:Date}))
    AND (arrayExists(day -> day > open_day AND day <= stock_day, active_days))
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY ROLLUP(employee)
ORDER BY is_total, employee

SELECT
  period,
  store,
  countIf(counted) AS numerator,
  count() AS denominator,
  toUInt64(0) AS immature,
  grouping(store) = 1 AS is_total
FROM (
  WITH
    owner AS owner_now,
    kept_days AS occasions,
    arrayCount(day -> day > open_day AND day <= stock_day, occasions) AS bought_in_period
  SELECT
    period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    true AS mature,
    bought_in_period > 0 AS counted
  FROM customer_facts
  ARRAY JOIN {periods:Array(Date)} AS period, {opens:Array(Date)} AS open_day, {days:Array(Date)} AS stock_day
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = owner_now AND place.from_day <= stock_day
  WHERE (purchases_since < {asOf:Date})
    AND (owner_since < {asOf:Date})
    AND (notEmpty(group_from) AND arrayExists((from_day, to_day) -> from_day <= stock_day AND to_day > open_day + 1, group_from, group_to))
    AND channel IN {filter_channel:Array(String)}
  UNION ALL
  WITH
    multiIf(owner_since <= {completeThrough:Date}, owner, empty(earlier_owners), 'unattributed', earlier_owners[arrayLastIndex(day -> day <= {completeThrough:Date}, earlier_owner_from)]) AS owner_now,
    arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from) AS occasions,
    arrayCount(day -> day > open_day AND day <= stock_day, occasions) AS bought_in_period
  SELECT
    period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    true AS mature,
    bought_in_period > 0 AS counted
  FROM customer_facts
  ARRAY JOIN {periods:Array(Date)} AS period, {opens:Array(Date)} AS open_day, {days:Array(Date)} AS stock_day
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = owner_now AND place.from_day <= stock_day
  WHERE NOT ((purchases_since < {asOf:Date}) AND (owner_since < {asOf:Date}))
    AND (notEmpty(group_from) AND arrayExists((from_day, to_day) -> from_day <= stock_day AND to_day > open_day + 1, group_from, group_to))
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), (period))
ORDER BY is_total, period, store

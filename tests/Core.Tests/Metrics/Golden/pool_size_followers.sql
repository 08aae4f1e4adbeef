SELECT
  period,
  store,
  count() AS rows,
  grouping(store) = 1 AS is_total
FROM (
  WITH
    owner AS owner_now,
    followed_since <= stock_day AND stock_day < followed_until AS is_follower_at_end
  SELECT
    period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id
  FROM customer_facts
  ARRAY JOIN {periods:Array(Date)} AS period, {opens:Array(Date)} AS open_day, {days:Array(Date)} AS stock_day
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = owner_now AND place.from_day <= stock_day
  WHERE (empty(earlier_followed_since))
    AND (owner_since < {asOf:Date})
    AND (is_follower_at_end)
    AND channel IN {filter_channel:Array(String)}
  UNION ALL
  WITH
    multiIf(owner_since <= {completeThrough:Date}, owner, empty(earlier_owners), 'unattributed', earlier_owners[arrayLastIndex(day -> day <= {completeThrough:Date}, earlier_owner_from)]) AS owner_now,
    if(stock_day >= followed_since, stock_day < followed_until, arrayExists((since, until) -> since <= stock_day AND stock_day < until, earlier_followed_since, earlier_followed_until)) AS is_follower_at_end
  SELECT
    period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id
  FROM customer_facts
  ARRAY JOIN {periods:Array(Date)} AS period, {opens:Array(Date)} AS open_day, {days:Array(Date)} AS stock_day
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = owner_now AND place.from_day <= stock_day
  WHERE NOT ((empty(earlier_followed_since)) AND (owner_since < {asOf:Date}))
    AND (is_follower_at_end)
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), (period))
ORDER BY is_total, period, store

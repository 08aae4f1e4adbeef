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
    pool_since <= stock_day AND stock_day < pool_until AS held_at_end
  SELECT
    period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    true AS mature,
    if(
      empty({tagCategories:Array(String)}),
      notEmpty(tags),
      arrayAll(category -> arrayExists(tag -> startsWith(tag, concat(category, ':')) AND length(tag) > length(category) + 1, tags), {tagCategories:Array(String)})) AS counted
  FROM customer_facts
  ARRAY JOIN {periods:Array(Date)} AS period, {opens:Array(Date)} AS open_day, {days:Array(Date)} AS stock_day
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = owner_now AND place.from_day <= stock_day
  WHERE (NOT came_back)
    AND (owner_since < {asOf:Date})
    AND (held_at_end)
    AND channel IN {filter_channel:Array(String)}
  UNION ALL
  WITH
    multiIf(owner_since <= {completeThrough:Date}, owner, empty(earlier_owners), 'unattributed', earlier_owners[arrayLastIndex(day -> day <= {completeThrough:Date}, earlier_owner_from)]) AS owner_now,
    if(stock_day >= pool_since, stock_day < pool_until, arrayExists((since, until) -> since <= stock_day AND stock_day < until, earlier_pool_since, earlier_pool_until)) AS held_at_end
  SELECT
    period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    true AS mature,
    if(
      empty({tagCategories:Array(String)}),
      notEmpty(tags),
      arrayAll(category -> arrayExists(tag -> startsWith(tag, concat(category, ':')) AND length(tag) > length(category) + 1, tags), {tagCategories:Array(String)})) AS counted
  FROM customer_facts
  ARRAY JOIN {periods:Array(Date)} AS period, {opens:Array(Date)} AS open_day, {days:Array(Date)} AS stock_day
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = owner_now AND place.from_day <= stock_day
  WHERE NOT ((NOT came_back) AND (owner_since < {asOf:Date}))
    AND (held_at_end)
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), (period))
ORDER BY is_total, period, store

SELECT
  period,
  store,
  countIf(counted) AS numerator,
  count() AS denominator,
  toUInt64(0) AS immature,
  grouping(store) = 1 AS is_total
FROM (
  WITH
    arrayExists((from_day, to_day) -> from_day <= stock_day AND stock_day < to_day, pool_from, pool_to) AS held_at_end,
    arrayExists((from_day, to_day) -> from_day <= open_day AND open_day < to_day, pool_from, pool_to) AS held_before
  SELECT
    period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    true AS mature,
    NOT held_at_end AS counted
  FROM customer_facts FINAL
  ARRAY JOIN {periods:Array(Date)} AS period, {opens:Array(Date)} AS open_day, {days:Array(Date)} AS stock_day
  LEFT ANY JOIN (SELECT * FROM employee_places FINAL) AS place ON place.employee_id = owner_ids[arrayLastIndex(day -> day <= {completeThrough:Date}, owner_from)]
  WHERE (held_before)
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), (period))
ORDER BY is_total, period, store

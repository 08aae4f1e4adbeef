SELECT
  period,
  store,
  sum(value) AS total,
  sum(over_value) AS over_total,
  count() AS rows,
  grouping(store) = 1 AS is_total
FROM (
  WITH
    arrayExists((from_day, to_day) -> from_day <= stock_day AND stock_day < to_day, pool_from, pool_to) AS held_at_end,
    arrayExists((from_day, to_day) -> from_day <= open_day AND open_day < to_day, pool_from, pool_to) AS held_before
  SELECT
    period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    toInt64(held_at_end) - toInt64(held_before) AS value,
    toInt64(held_before) AS over_value
  FROM customer_facts FINAL
  ARRAY JOIN {periods:Array(Date)} AS period, {opens:Array(Date)} AS open_day, {days:Array(Date)} AS stock_day
  LEFT ANY JOIN (SELECT * FROM employee_places FINAL) AS place ON place.employee_id = owner_ids[arrayLastIndex(day -> day <= {completeThrough:Date}, owner_from)]
  WHERE (held_before OR held_at_end)
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), (period))
ORDER BY is_total, period, store

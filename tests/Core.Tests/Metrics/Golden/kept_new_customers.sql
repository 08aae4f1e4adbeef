SELECT
  period,
  store,
  count() AS rows,
  grouping(store) = 1 AS is_total
FROM (
  WITH
    arrayExists((from_day, to_day) -> from_day <= stock_day AND stock_day < to_day, pool_from, pool_to) AS held_at_end,
    arrayExists((from_day, to_day) -> from_day <= open_day AND open_day < to_day, pool_from, pool_to) AS held_before
  SELECT
    period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id
  FROM customer_facts FINAL
  ARRAY JOIN {periods:Array(Date)} AS period, {opens:Array(Date)} AS open_day, {days:Array(Date)} AS stock_day
  LEFT ANY JOIN (SELECT * FROM employee_places FINAL) AS place ON place.employee_id = owner_ids[arrayLastIndex(day -> day <= {completeThrough:Date}, owner_from)]
  WHERE (NOT held_before AND held_at_end AND joined_day IS NOT NULL AND joined_day > open_day)
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), (period))
ORDER BY is_total, period, store

SELECT
  period,
  store,
  sum(value) AS total,
  sum(over_value) AS over_total,
  count() AS rows,
  grouping(store) = 1 AS is_total
FROM (
  SELECT
    period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    arraySum((day, amount) -> if(day > open_day AND day <= stock_day, amount, 0), money_days, money_amounts) AS value,
    toInt64(arrayExists((from_day, to_day) -> from_day <= stock_day AND to_day > open_day + 1, live_from, live_to)) AS over_value
  FROM store_groups
  ARRAY JOIN {periods:Array(Date)} AS period, {opens:Array(Date)} AS open_day, {days:Array(Date)} AS stock_day
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = host AND place.from_day <= stock_day
  WHERE 'unknown' IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), (period))
ORDER BY is_total, period, store

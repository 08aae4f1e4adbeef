SELECT
  period,
  store,
  sum(value) AS total,
  sum(over_value) AS over_total,
  count() AS rows,
  grouping(store) = 1 AS is_total
FROM (
  WITH
    {periods:Array(Date)}[spot] AS period,
    {opens:Array(Date)}[spot] AS open_day,
    {days:Array(Date)}[spot] AS stock_day,
    owner AS owner_now,
    arrayCount(day -> day > open_day AND day <= stock_day, one_to_one_days) AS one_to_one_in_period
  SELECT
    period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    one_to_one_in_period AS value,
    1 AS over_value
  FROM (
    SELECT
      *,
      arrayFilter(day -> day > {opens:Array(Date)}[1] AND day <= {days:Array(Date)}[3], active_days) AS fallen,
      arrayMap(day -> toInt16(toRelativeMonthNum(day) - toRelativeMonthNum({periods:Array(Date)}[1]) + 1), fallen) AS places,
      arrayConcat(arrayCompact(places), if(notEmpty(fallen), [toInt16(4)], [])) AS spots
    FROM customer_facts
    WHERE (owner_since < {asOf:Date})
      AND notEmpty(spots)
  )
  ARRAY JOIN spots AS spot
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = owner_now AND place.from_day <= stock_day
  WHERE channel IN {filter_channel:Array(String)}
  UNION ALL
  WITH
    {periods:Array(Date)}[spot] AS period,
    {opens:Array(Date)}[spot] AS open_day,
    {days:Array(Date)}[spot] AS stock_day,
    multiIf(owner_since <= {completeThrough:Date}, owner, empty(earlier_owners), 'unattributed', earlier_owners[arrayLastIndex(day -> day <= {completeThrough:Date}, earlier_owner_from)]) AS owner_now,
    arrayCount(day -> day > open_day AND day <= stock_day, one_to_one_days) AS one_to_one_in_period
  SELECT
    period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    one_to_one_in_period AS value,
    1 AS over_value
  FROM (
    SELECT
      *,
      arrayFilter(day -> day > {opens:Array(Date)}[1] AND day <= {days:Array(Date)}[3], active_days) AS fallen,
      arrayMap(day -> toInt16(toRelativeMonthNum(day) - toRelativeMonthNum({periods:Array(Date)}[1]) + 1), fallen) AS places,
      arrayConcat(arrayCompact(places), if(notEmpty(fallen), [toInt16(4)], [])) AS spots
    FROM customer_facts
    WHERE NOT (owner_since < {asOf:Date})
      AND notEmpty(spots)
  )
  ARRAY JOIN spots AS spot
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = owner_now AND place.from_day <= stock_day
  WHERE channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), (period))
ORDER BY is_total, period, store

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
    {days:Array(Date)}[spot] AS stock_day,
    owner AS owner_now,
    arrayCount(day -> day > stock_day - 28 AND day <= stock_day, active_days) AS active_in_28_days
  SELECT
    period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    active_in_28_days AS value,
    28 AS over_value
  FROM (
    SELECT
      *,
      arrayFilter(day -> day > {days:Array(Date)}[1] - 28 AND day <= {days:Array(Date)}[3], active_days) AS fallen,
      arrayMap(day -> toInt16(toRelativeMonthNum(day) - toRelativeMonthNum({periods:Array(Date)}[1]) + 1), fallen) AS places,
      arrayConcat(arrayCompact(arrayFilter((place, day) -> place BETWEEN 1 AND 3 AND day > {days:Array(Date)}[place] - 28 AND day <= {days:Array(Date)}[place], places, fallen)), if(arrayExists(day -> day > {days:Array(Date)}[4] - 28, fallen), [toInt16(4)], [])) AS spots
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
    {days:Array(Date)}[spot] AS stock_day,
    multiIf(owner_since <= {completeThrough:Date}, owner, empty(earlier_owners), 'unattributed', earlier_owners[arrayLastIndex(day -> day <= {completeThrough:Date}, earlier_owner_from)]) AS owner_now,
    arrayCount(day -> day > stock_day - 28 AND day <= stock_day, active_days) AS active_in_28_days
  SELECT
    period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    active_in_28_days AS value,
    28 AS over_value
  FROM (
    SELECT
      *,
      arrayFilter(day -> day > {days:Array(Date)}[1] - 28 AND day <= {days:Array(Date)}[3], active_days) AS fallen,
      arrayMap(day -> toInt16(toRelativeMonthNum(day) - toRelativeMonthNum({periods:Array(Date)}[1]) + 1), fallen) AS places,
      arrayConcat(arrayCompact(arrayFilter((place, day) -> place BETWEEN 1 AND 3 AND day > {days:Array(Date)}[place] - 28 AND day <= {days:Array(Date)}[place], places, fallen)), if(arrayExists(day -> day > {days:Array(Date)}[4] - 28, fallen), [toInt16(4)], [])) AS spots
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

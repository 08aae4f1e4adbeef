SELECT
  period,
  store,
  countIf(counted) AS numerator,
  count() AS denominator,
  toUInt64(0) AS immature,
  grouping(store) = 1 AS is_total
FROM (
  WITH
    {periods:Array(Date)}[spot] AS period,
    {opens:Array(Date)}[spot] AS open_day,
    {days:Array(Date)}[spot] AS stock_day,
    owner AS owner_now,
    nullIf(bought_first, toDate(0)) AS first_purchase_day
  SELECT
    period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    true AS mature,
    first_purchase_day <= open_day AS counted
  FROM (
    WITH
      kept_days AS occasions
    SELECT
      *,
      arrayFilter(day -> day > {opens:Array(Date)}[1] AND day <= {days:Array(Date)}[3], occasions) AS fallen,
      arrayMap(day -> toInt16(toRelativeMonthNum(day) - toRelativeMonthNum({periods:Array(Date)}[1]) + 1), fallen) AS places,
      arrayConcat(arrayCompact(places), if(notEmpty(fallen), [toInt16(4)], [])) AS spots
    FROM customer_facts
    WHERE (purchases_since < {asOf:Date})
      AND (owner_since < {asOf:Date})
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
    arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from) AS occasions,
    nullIf(occasions[1], toDate(0)) AS first_purchase_day
  SELECT
    period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    true AS mature,
    first_purchase_day <= open_day AS counted
  FROM (
    WITH
      arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from) AS occasions
    SELECT
      *,
      arrayFilter(day -> day > {opens:Array(Date)}[1] AND day <= {days:Array(Date)}[3], occasions) AS fallen,
      arrayMap(day -> toInt16(toRelativeMonthNum(day) - toRelativeMonthNum({periods:Array(Date)}[1]) + 1), fallen) AS places,
      arrayConcat(arrayCompact(places), if(notEmpty(fallen), [toInt16(4)], [])) AS spots
    FROM customer_facts
    WHERE NOT ((purchases_since < {asOf:Date}) AND (owner_since < {asOf:Date}))
      AND notEmpty(spots)
  )
  ARRAY JOIN spots AS spot
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = owner_now AND place.from_day <= stock_day
  WHERE channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), (period))
ORDER BY is_total, period, store

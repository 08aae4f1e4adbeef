SELECT
  period,
  store,
  sum(value) AS total,
  sum(over_value) AS over_total,
  count() AS rows,
  grouping(store) = 1 AS is_total
FROM (
  WITH
    owner AS owner_now,
    kept_days AS occasions,
    nullIf(bought_first, toDate(0)) AS first_purchase_day,
    least(ifNull(joined_day, toDate('2149-06-06')), ifNull(first_purchase_day, toDate('2149-06-06'))) AS known_since,
    arrayCount(day -> day > stock_day - 365 AND day <= stock_day, occasions) AS bought_in_365_days
  SELECT
    period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    if(stock_day - known_since >= 365, bought_in_365_days, 0) AS value,
    if(stock_day - known_since >= 365, 1, 0) AS over_value
  FROM (
    WITH
      kept_days AS occasions
    SELECT *
    FROM customer_facts
    WHERE (purchases_since < {asOf:Date})
      AND (owner_since < {asOf:Date})
      AND arrayExists(day -> day > {days:Array(Date)}[1] - 365 AND day <= {days:Array(Date)}[3], occasions)
  )
  ARRAY JOIN {periods:Array(Date)} AS period, {opens:Array(Date)} AS open_day, {days:Array(Date)} AS stock_day
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = owner_now AND place.from_day <= stock_day
  WHERE (arrayExists(day -> day > stock_day - 365 AND day <= stock_day, occasions))
    AND channel IN {filter_channel:Array(String)}
  UNION ALL
  WITH
    multiIf(owner_since <= {completeThrough:Date}, owner, empty(earlier_owners), 'unattributed', earlier_owners[arrayLastIndex(day -> day <= {completeThrough:Date}, earlier_owner_from)]) AS owner_now,
    arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from) AS occasions,
    nullIf(occasions[1], toDate(0)) AS first_purchase_day,
    least(ifNull(joined_day, toDate('2149-06-06')), ifNull(first_purchase_day, toDate('2149-06-06'))) AS known_since,
    arrayCount(day -> day > stock_day - 365 AND day <= stock_day, occasions) AS bought_in_365_days
  SELECT
    period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    if(stock_day - known_since >= 365, bought_in_365_days, 0) AS value,
    if(stock_day - known_since >= 365, 1, 0) AS over_value
  FROM (
    WITH
      arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from) AS occasions
    SELECT *
    FROM customer_facts
    WHERE NOT ((purchases_since < {asOf:Date}) AND (owner_since < {asOf:Date}))
      AND arrayExists(day -> day > {days:Array(Date)}[1] - 365 AND day <= {days:Array(Date)}[3], occasions)
  )
  ARRAY JOIN {periods:Array(Date)} AS period, {opens:Array(Date)} AS open_day, {days:Array(Date)} AS stock_day
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = owner_now AND place.from_day <= stock_day
  WHERE (arrayExists(day -> day > stock_day - 365 AND day <= stock_day, occasions))
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), (period))
ORDER BY is_total, period, store

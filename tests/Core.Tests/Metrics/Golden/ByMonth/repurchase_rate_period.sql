SELECT
  period,
  employee,
  countIf(counted) AS numerator,
  count() AS denominator,
  toUInt64(0) AS immature,
  grouping(employee) = 1 AS is_total
FROM (
  WITH
    {periods:Array(Date)}[month - {firstMonth:UInt16} + 1] AS period,
    owner AS owner_now,
    bitCount(bought_in_month) AS bought_in_period
  SELECT
    period,
    owner_now AS employee,
    customer_id,
    true AS mature,
    bought_in_period > 1 AS counted
  FROM customer_facts
  ARRAY JOIN active_months AS month, bought_in_month
  WHERE month BETWEEN {firstMonth:UInt16} AND {lastMonth:UInt16} AND bought_in_month != 0
    AND (purchases_since < {asOf:Date})
    AND (owner_since < {asOf:Date})
    AND channel IN {filter_channel:Array(String)}
  UNION ALL
  WITH
    {periods:Array(Date)}[4] AS period,
    {opens:Array(Date)}[4] AS open_day,
    {days:Array(Date)}[4] AS stock_day,
    owner AS owner_now,
    kept_days AS occasions,
    arrayCount(day -> day > open_day AND day <= stock_day, occasions) AS bought_in_period
  SELECT
    period,
    owner_now AS employee,
    customer_id,
    true AS mature,
    bought_in_period > 1 AS counted
  FROM customer_facts
  WHERE (purchases_since < {asOf:Date})
    AND (owner_since < {asOf:Date})
    AND (arrayExists(day -> day > open_day AND day <= stock_day, occasions))
    AND channel IN {filter_channel:Array(String)}
  UNION ALL
  WITH
    {periods:Array(Date)}[spot] AS period,
    {opens:Array(Date)}[spot] AS open_day,
    {days:Array(Date)}[spot] AS stock_day,
    multiIf(owner_since <= {completeThrough:Date}, owner, empty(earlier_owners), 'unattributed', earlier_owners[arrayLastIndex(day -> day <= {completeThrough:Date}, earlier_owner_from)]) AS owner_now,
    arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from) AS occasions,
    arrayCount(day -> day > open_day AND day <= stock_day, occasions) AS bought_in_period
  SELECT
    period,
    owner_now AS employee,
    customer_id,
    true AS mature,
    bought_in_period > 1 AS counted
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
  WHERE channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, employee), (period))
ORDER BY is_total, period, employee

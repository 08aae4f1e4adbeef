SELECT
  period,
  channel,
  countIf(counted) AS numerator,
  count() AS denominator,
  toUInt64(0) AS immature,
  grouping(channel) = 1 AS is_total
FROM (
  WITH
    {periods:Array(Date)}[month - {firstMonth:UInt16} + 1] AS period,
    bitCount(bought_in_month) AS bought_in_period
  SELECT
    period,
    channel,
    customer_id,
    true AS mature,
    bought_in_period > 0 AS counted
  FROM customer_months_now
  WHERE month BETWEEN {firstMonth:UInt16} AND {lastMonth:UInt16} AND visited_in_month != 0
  UNION ALL
  WITH
    {periods:Array(Date)}[4] AS period,
    {opens:Array(Date)}[4] AS open_day,
    {days:Array(Date)}[4] AS stock_day,
    kept_days AS occasions,
    arrayCount(day -> day > open_day AND day <= stock_day, occasions) AS bought_in_period
  SELECT
    period,
    channel,
    customer_id,
    true AS mature,
    bought_in_period > 0 AS counted
  FROM customer_facts
  WHERE (arrayExists(day -> day > open_day AND day <= stock_day, visit_days))
)
GROUP BY GROUPING SETS ((period, channel), (period))
ORDER BY is_total, period, channel

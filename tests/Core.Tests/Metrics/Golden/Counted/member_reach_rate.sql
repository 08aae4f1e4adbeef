SELECT
  period,
  channel,
  sumIf(weight, counted) AS numerator,
  sum(weight) AS denominator,
  toUInt64(0) AS immature,
  grouping(channel) = 1 AS is_total
FROM (
  WITH
    member_from_edge AS member_from,
    pool_since_edge AS pool_since,
    pool_until_edge AS pool_until,
    pool_since <= stock_day AND stock_day < pool_until AS held_at_end
  SELECT
    period,
    channel,
    mature,
    held_at_end AS counted,
    weight
  FROM (
    SELECT
      toDate(roundDown(toUInt16(member_from), {edges:Array(UInt16)})) AS member_from_edge,
      toDate(roundDown(toUInt16(pool_since), {edges:Array(UInt16)})) AS pool_since_edge,
      toDate(roundDown(toUInt16(pool_until), {edges:Array(UInt16)})) AS pool_until_edge,
      channel,
      true AS mature,
      count() AS weight
    FROM customer_facts
    WHERE (NOT came_back)
      AND channel IN {filter_channel:Array(String)}
    GROUP BY member_from_edge, pool_since_edge, pool_until_edge, channel, mature
  )
  ARRAY JOIN {periods:Array(Date)} AS period, {opens:Array(Date)} AS open_day, {days:Array(Date)} AS stock_day
  WHERE (ifNull(member_from <= stock_day, false))
  UNION ALL
  WITH
    if(stock_day >= pool_since, stock_day < pool_until, arrayExists((since, until) -> since <= stock_day AND stock_day < until, earlier_pool_since, earlier_pool_until)) AS held_at_end
  SELECT
    period,
    channel,
    true AS mature,
    held_at_end AS counted,
    toUInt64(1) AS weight
  FROM customer_facts
  ARRAY JOIN {periods:Array(Date)} AS period, {opens:Array(Date)} AS open_day, {days:Array(Date)} AS stock_day
  WHERE NOT (NOT came_back)
    AND (ifNull(member_from <= stock_day, false))
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, channel), (period))
ORDER BY is_total, period, channel

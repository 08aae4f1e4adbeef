SELECT
  period,
  channel,
  sum(weight) AS rows,
  grouping(channel) = 1 AS is_total
FROM (
  WITH
    pool_since_edge AS pool_since,
    pool_until_edge AS pool_until,
    pool_since <= stock_day AND stock_day < pool_until AS held_at_end
  SELECT
    period,
    channel,
    weight
  FROM (
    SELECT
      toDate(roundDown(toUInt16(pool_since), {edges:Array(UInt16)})) AS pool_since_edge,
      toDate(roundDown(toUInt16(pool_until), {edges:Array(UInt16)})) AS pool_until_edge,
      channel,
      count() AS weight
    FROM customer_facts
    WHERE (NOT came_back)
      AND channel IN {filter_channel:Array(String)}
    GROUP BY pool_since_edge, pool_until_edge, channel
  )
  ARRAY JOIN {periods:Array(Date)} AS period, {opens:Array(Date)} AS open_day, {days:Array(Date)} AS stock_day
  WHERE (held_at_end)
  UNION ALL
  WITH
    if(stock_day >= pool_since, stock_day < pool_until, arrayExists((since, until) -> since <= stock_day AND stock_day < until, earlier_pool_since, earlier_pool_until)) AS held_at_end
  SELECT
    period,
    channel,
    toUInt64(1) AS weight
  FROM customer_facts
  ARRAY JOIN {periods:Array(Date)} AS period, {opens:Array(Date)} AS open_day, {days:Array(Date)} AS stock_day
  WHERE NOT (NOT came_back)
    AND (held_at_end)
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, channel), (period))
ORDER BY is_total, period, channel

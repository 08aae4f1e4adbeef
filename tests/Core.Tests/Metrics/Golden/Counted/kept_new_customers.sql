SELECT
  period,
  channel,
  sum(weight) AS rows,
  grouping(channel) = 1 AS is_total
FROM (
  WITH
    joined_day_edge AS joined_day,
    pool_since_edge AS pool_since,
    pool_until_edge AS pool_until,
    pool_since <= stock_day AND stock_day < pool_until AS held_at_end,
    pool_since <= open_day AND open_day < pool_until AS held_before
  SELECT
    period,
    channel,
    weight
  FROM (
    SELECT
      toDate(roundDown(toUInt16(joined_day), {edges:Array(UInt16)})) AS joined_day_edge,
      toDate(roundDown(toUInt16(pool_since), {edges:Array(UInt16)})) AS pool_since_edge,
      toDate(roundDown(toUInt16(pool_until), {edges:Array(UInt16)})) AS pool_until_edge,
      channel,
      count() AS weight
    FROM customer_facts
    WHERE (NOT came_back)
      AND channel IN {filter_channel:Array(String)}
    GROUP BY joined_day_edge, pool_since_edge, pool_until_edge, channel
  )
  ARRAY JOIN {periods:Array(Date)} AS period, {opens:Array(Date)} AS open_day, {days:Array(Date)} AS stock_day
  WHERE (NOT held_before AND held_at_end AND joined_day IS NOT NULL AND joined_day > open_day)
  UNION ALL
  WITH
    if(stock_day >= pool_since, stock_day < pool_until, arrayExists((since, until) -> since <= stock_day AND stock_day < until, earlier_pool_since, earlier_pool_until)) AS held_at_end,
    if(open_day >= pool_since, open_day < pool_until, arrayExists((since, until) -> since <= open_day AND open_day < until, earlier_pool_since, earlier_pool_until)) AS held_before
  SELECT
    period,
    channel,
    toUInt64(1) AS weight
  FROM customer_facts
  ARRAY JOIN {periods:Array(Date)} AS period, {opens:Array(Date)} AS open_day, {days:Array(Date)} AS stock_day
  WHERE NOT (NOT came_back)
    AND (NOT held_before AND held_at_end AND joined_day IS NOT NULL AND joined_day > open_day)
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, channel), (period))
ORDER BY is_total, period, channel

SELECT
  period,
  channel,
  sum(value * weight) AS total,
  sum(over_value * weight) AS over_total,
  sum(weight) AS rows,
  grouping(channel) = 1 AS is_total
FROM (
  WITH
    pool_since_edge AS pool_since,
    pool_until_edge AS pool_until,
    pool_since <= stock_day AND stock_day < pool_until AS held_at_end,
    pool_since <= open_day AND open_day < pool_until AS held_before
  SELECT
    period,
    channel,
    toInt64(held_at_end) - toInt64(held_before) AS value,
    toInt64(held_before) AS over_value,
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
  WHERE (held_before OR held_at_end)
  UNION ALL
  WITH
    if(stock_day >= pool_since, stock_day < pool_until, arrayExists((since, until) -> since <= stock_day AND stock_day < until, earlier_pool_since, earlier_pool_until)) AS held_at_end,
    if(open_day >= pool_since, open_day < pool_until, arrayExists((since, until) -> since <= open_day AND open_day < until, earlier_pool_since, earlier_pool_until)) AS held_before
  SELECT
    period,
    channel,
    toInt64(held_at_end) - toInt64(held_before) AS value,
    toInt64(held_before) AS over_value,
    toUInt64(1) AS weight
  FROM customer_facts
  ARRAY JOIN {periods:Array(Date)} AS period, {opens:Array(Date)} AS open_day, {days:Array(Date)} AS stock_day
  WHERE NOT (NOT came_back)
    AND (held_before OR held_at_end)
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, channel), (period))
ORDER BY is_total, period, channel

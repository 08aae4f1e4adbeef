SELECT
  period,
  channel,
  sumIf(weight, counted) AS numerator,
  sum(weight) AS denominator,
  toUInt64(0) AS immature,
  grouping(channel) = 1 AS is_total
FROM (
  WITH
    from_day_edge AS from_day,
    lost_day_edge AS lost_day,
    to_day_edge AS to_day
  SELECT
    period,
    channel,
    mature,
    lost_day <= stock_day AS counted,
    weight
  FROM (
    WITH
      if(end_reason = 'transferred', toDate('2149-06-06'), to_day) AS lost_day
    SELECT
      toDate(roundDown(toUInt16(from_day), {edges:Array(UInt16)})) AS from_day_edge,
      toDate(roundDown(toUInt16(lost_day), {edges:Array(UInt16)})) AS lost_day_edge,
      toDate(roundDown(toUInt16(to_day), {edges:Array(UInt16)})) AS to_day_edge,
      channel,
      true AS mature,
      count() AS weight
    FROM relation_facts
    WHERE channel IN {filter_channel:Array(String)}
    GROUP BY from_day_edge, lost_day_edge, to_day_edge, channel, mature
  )
  ARRAY JOIN {periods:Array(Date)} AS period, {opens:Array(Date)} AS open_day, {days:Array(Date)} AS stock_day
  WHERE (from_day <= open_day AND open_day < to_day)
)
GROUP BY GROUPING SETS ((period, channel), (period))
ORDER BY is_total, period, channel

WITH
  least({completeThrough:Date} - cohort_day, {horizonDays:Int32}) AS followed,
  ifNull(event_day - cohort_day <= followed, false) AS happened,
  if(happened, event_day - cohort_day, followed) AS days
SELECT
  period,
  channel,
  days,
  countIf(happened) AS events,
  countIf(NOT happened) AS censored,
  grouping(period, channel) AS pooled
FROM (
  WITH
    if(pool_since = toDate('2149-06-06'), [], arrayPushBack(earlier_pool_since, pool_since)) AS pool_from,
    if(pool_since = toDate('2149-06-06'), [], arrayPushBack(earlier_pool_until, pool_until)) AS pool_to,
    joined_day AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    channel,
    customer_id,
    cohort_day,
    arrayMin(arrayFilter(
      day -> day >= cohort_day AND NOT arrayExists((from_day, to_day) -> from_day <= day AND day < to_day, pool_from, pool_to),
      arrayConcat([assumeNotNull(cohort_day)], pool_to))) AS event_day
  FROM customer_facts
  WHERE cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
)
WHERE followed >= 0
GROUP BY GROUPING SETS ((period, channel, days), (channel, days), (days))
ORDER BY pooled, period, channel, days

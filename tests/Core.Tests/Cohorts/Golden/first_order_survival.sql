WITH
  least({completeThrough:Date} - 7 - cohort_day, {horizonDays:Int32}) AS followed,
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
    nullIf(bought_first, toDate(0)) AS first_purchase_day,
    joined_day AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    channel,
    customer_id,
    cohort_day,
    first_purchase_day AS event_day
  FROM customer_facts
  WHERE (purchases_since < {asOf:Date})
    AND cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND (first_purchase_day IS NULL OR first_purchase_day >= cohort_day)
  UNION ALL
  WITH
    arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from) AS occasions,
    nullIf(occasions[1], toDate(0)) AS first_purchase_day,
    joined_day AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    channel,
    customer_id,
    cohort_day,
    first_purchase_day AS event_day
  FROM customer_facts
  WHERE NOT (purchases_since < {asOf:Date})
    AND cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND (first_purchase_day IS NULL OR first_purchase_day >= cohort_day)
)
WHERE followed >= 0
GROUP BY GROUPING SETS ((period, channel, days), (channel, days), (days))
ORDER BY pooled, period, channel, days

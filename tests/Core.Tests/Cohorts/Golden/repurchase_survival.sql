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
    nullIf(bought_second, toDate(0)) AS second_purchase_day,
    first_purchase_day IS NOT NULL AS has_purchased,
    first_purchase_day AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    channel,
    customer_id,
    cohort_day,
    second_purchase_day AS event_day
  FROM customer_facts
  WHERE (purchases_since < {asOf:Date})
    AND cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND (has_purchased)
  UNION ALL
  WITH
    arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from) AS occasions,
    nullIf(occasions[1], toDate(0)) AS first_purchase_day,
    nullIf(occasions[2], toDate(0)) AS second_purchase_day,
    first_purchase_day IS NOT NULL AS has_purchased,
    first_purchase_day AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    channel,
    customer_id,
    cohort_day,
    second_purchase_day AS event_day
  FROM customer_facts
  WHERE NOT (purchases_since < {asOf:Date})
    AND cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND (has_purchased)
)
WHERE followed >= 0
GROUP BY GROUPING SETS ((period, channel, days), (channel, days), (days))
ORDER BY pooled, period, channel, days

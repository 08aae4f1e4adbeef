WITH
  cohort_day + closes AS closes_day,
  cohort_day AS opens_day,
  closes_day AS until_day,
  closes_day + 7 AS mature_on,
  cohort_day >= {since:Date} AS told,
  told AND mature_on <= {completeThrough:Date} AS mature,
  first_purchase_day BETWEEN opens_day AND until_day AS counted
SELECT
  period,
  channel,
  age,
  countIf(mature AND counted) AS numerator,
  countIf(mature) AS denominator,
  countIf(told AND NOT mature) AS immature,
  countIf(NOT told) AS untold,
  max(mature_on) AS last_mature_on,
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
    first_purchase_day
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
    first_purchase_day
  FROM customer_facts
  WHERE NOT (purchases_since < {asOf:Date})
    AND cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND (first_purchase_day IS NULL OR first_purchase_day >= cohort_day)
)
ARRAY JOIN {ages:Array(UInt16)} AS age, {closes:Array(Int32)} AS closes
GROUP BY GROUPING SETS ((period, channel, age), (channel, age), (age))
ORDER BY pooled, period, channel, age

WITH
  cohort_day + closes AS closes_day,
  cohort_day + opens AS opens_day,
  closes_day AS until_day,
  closes_day AS mature_on,
  opens_day >= {since:Date} AS told,
  told AND mature_on <= {completeThrough:Date} AS mature,
  arrayExists(days -> cohort_day + days BETWEEN opens_day AND until_day, active_offsets) AS counted
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
    joined_day AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    channel,
    customer_id,
    cohort_day,
    active_offsets
  FROM customer_facts
  WHERE cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
)
ARRAY JOIN {ages:Array(UInt16)} AS age, {opens:Array(Int32)} AS opens, {closes:Array(Int32)} AS closes
GROUP BY GROUPING SETS ((period, channel, age), (channel, age), (age))
ORDER BY pooled, period, channel, age

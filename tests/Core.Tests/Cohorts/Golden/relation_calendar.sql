WITH
  addMonths(toStartOfMonth(cohort_day), closes) - 1 AS closes_day,
  closes_day AS opens_day,
  closes_day AS until_day,
  closes_day AS mature_on,
  mature_on <= {completeThrough:Date} AS mature,
  arrayExists((from_day, to_day) -> from_day <= until_day AND opens_day < to_day, pool_from, pool_to) AS counted
SELECT
  period,
  channel,
  age,
  countIf(mature AND counted) AS numerator,
  countIf(mature) AS denominator,
  countIf(NOT mature) AS immature,
  max(mature_on) AS last_mature_on,
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
    pool_from,
    pool_to
  FROM customer_facts
  WHERE cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
)
ARRAY JOIN {ages:Array(UInt16)} AS age, {closes:Array(Int32)} AS closes
GROUP BY GROUPING SETS ((period, channel, age), (channel, age), (age))
ORDER BY pooled, period, channel, age

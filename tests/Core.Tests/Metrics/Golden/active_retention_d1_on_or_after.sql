SELECT
  period,
  store,
  countIf(mature AND counted) AS numerator,
  countIf(mature) AS denominator,
  countIf(NOT mature) AS immature,
  max(cohort_day) AS last_cohort_day,
  grouping(store) = 1 AS is_total
FROM (
  WITH
    joined_day AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    cohort_day,
    cohort_day + 1 + 0 <= {completeThrough:Date} AS mature,
    arrayExists(day -> day > cohort_day AND day < {asOf:Date}, active_days) AS counted
  FROM customer_facts
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = acquirer AND place.from_day <= cohort_day
  WHERE cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), ())
ORDER BY is_total, period, store

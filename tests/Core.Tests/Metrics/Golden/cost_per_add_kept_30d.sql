SELECT
  period,
  store,
  sumIf(value, mature) AS total,
  sumIf(over_value, mature) AS over_total,
  countIf(mature AND over_value != 0) AS denominator,
  countIf(NOT mature) AS immature,
  max(cohort_day) AS last_cohort_day,
  grouping(store) = 1 AS is_total
FROM (
  WITH
    if(pool_since = toDate('2149-06-06'), [], arrayPushBack(earlier_pool_since, pool_since)) AS pool_from,
    if(pool_since = toDate('2149-06-06'), [], arrayPushBack(earlier_pool_until, pool_until)) AS pool_to,
    happened_day AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    cohort_day,
    cohort_day + 30 + 0 <= {completeThrough:Date} AS mature,
    cost AS value,
    if(joined = 1 AND arrayExists((from_day, to_day) -> from_day <= cohort_day + 30 AND cohort_day + 30 < to_day, pool_from, pool_to), 1, 0) AS over_value
  FROM acquisition
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = acquirer AND place.from_day <= cohort_day
  WHERE cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), ())
ORDER BY is_total, period, store

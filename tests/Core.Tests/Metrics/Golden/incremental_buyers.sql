SELECT
  period,
  store,
  countIf(mature AND treated AND counted) AS numerator,
  countIf(mature AND treated) AS denominator,
  countIf(NOT mature) AS immature,
  max(cohort_day) AS last_cohort_day,
  sumMapIf([stratum], [toUInt64(treated AND counted)], [toUInt64(treated)], [toUInt64(NOT treated AND counted)], [toUInt64(NOT treated)], mature) AS arms,
  grouping(store) = 1 AS is_total
FROM (
  WITH
    arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from) AS occasions,
    ends_day AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    cohort_day,
    cohort_day + 3 + 7 <= {completeThrough:Date} AS mature,
    arrayExists(day -> day >= starts_day AND day <= cohort_day + 3, occasions) AS counted,
    arm = 'treatment' AS treated,
    campaign_id AS stratum
  FROM campaign_tasks
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = employee AND place.from_day <= cohort_day
  WHERE cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND (ends_day IS NOT NULL)
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), ())
ORDER BY is_total, period, store

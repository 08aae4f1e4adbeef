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
    kept_days AS occasions,
    dispatched_day AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    cohort_day,
    cohort_day + 7 + 7 <= {completeThrough:Date} AS mature,
    arrayExists(day -> day >= cohort_day AND day <= cohort_day + 7, occasions) AS counted
  FROM campaign_tasks
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = employee AND place.from_day <= cohort_day
  WHERE (purchases_since < {asOf:Date})
    AND cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND (arm = 'treatment' AND dispatched_day IS NOT NULL)
    AND channel IN {filter_channel:Array(String)}
  UNION ALL
  WITH
    arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from) AS occasions,
    dispatched_day AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    cohort_day,
    cohort_day + 7 + 7 <= {completeThrough:Date} AS mature,
    arrayExists(day -> day >= cohort_day AND day <= cohort_day + 7, occasions) AS counted
  FROM campaign_tasks
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = employee AND place.from_day <= cohort_day
  WHERE NOT (purchases_since < {asOf:Date})
    AND cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND (arm = 'treatment' AND dispatched_day IS NOT NULL)
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), ())
ORDER BY is_total, period, store

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
    nullIf(bought_first, toDate(0)) AS first_purchase_day,
    if(first_purchase_day >= happened_day, first_purchase_day, NULL) AS first_bought,
    happened_day AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    cohort_day,
    cohort_day + 30 + 7 <= {completeThrough:Date} AS mature,
    cost AS value,
    if(joined = 1 AND first_bought <= cohort_day + 30, 1, 0) AS over_value
  FROM acquisition
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = acquirer AND place.from_day <= cohort_day
  WHERE (purchases_since < {asOf:Date})
    AND cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND channel IN {filter_channel:Array(String)}
  UNION ALL
  WITH
    arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from) AS occasions,
    nullIf(occasions[1], toDate(0)) AS first_purchase_day,
    if(first_purchase_day >= happened_day, first_purchase_day, NULL) AS first_bought,
    happened_day AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    cohort_day,
    cohort_day + 30 + 7 <= {completeThrough:Date} AS mature,
    cost AS value,
    if(joined = 1 AND first_bought <= cohort_day + 30, 1, 0) AS over_value
  FROM acquisition
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = acquirer AND place.from_day <= cohort_day
  WHERE NOT (purchases_since < {asOf:Date})
    AND cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), ())
ORDER BY is_total, period, store

SELECT
  period,
  store,
  sum(value) AS total,
  sum(over_value) AS over_total,
  count() AS rows,
  grouping(store) = 1 AS is_total
FROM (
  WITH
    nullIf(bought_first, toDate(0)) AS first_purchase_day,
    if(first_purchase_day >= happened_day, first_purchase_day, NULL) AS first_bought,
    if(joined = 1, first_bought, happened_day) AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    cost AS value,
    joined AS over_value
  FROM acquisition
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = acquirer AND place.from_day <= cohort_day
  WHERE (purchases_since < {asOf:Date})
    AND cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND (joined = 0 OR first_bought IS NOT NULL)
    AND channel IN {filter_channel:Array(String)}
  UNION ALL
  WITH
    arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from) AS occasions,
    nullIf(occasions[1], toDate(0)) AS first_purchase_day,
    if(first_purchase_day >= happened_day, first_purchase_day, NULL) AS first_bought,
    if(joined = 1, first_bought, happened_day) AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    cost AS value,
    joined AS over_value
  FROM acquisition
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = acquirer AND place.from_day <= cohort_day
  WHERE NOT (purchases_since < {asOf:Date})
    AND cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND (joined = 0 OR first_bought IS NOT NULL)
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), ())
ORDER BY is_total, period, store

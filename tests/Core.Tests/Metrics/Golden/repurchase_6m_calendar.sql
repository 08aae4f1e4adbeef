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
    nullIf(bought_first, toDate(0)) AS first_purchase_day,
    nullIf(bought_second, toDate(0)) AS second_purchase_day,
    first_purchase_day IS NOT NULL AS has_purchased,
    bought_first_owner AS owner_at_first_purchase,
    first_purchase_day AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    cohort_day,
    cohort_day + 184 + 7 <= {completeThrough:Date} AS mature,
    ifNull(second_purchase_day <= addMonths(cohort_day, 6), false) AS counted
  FROM customer_facts
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = owner_at_first_purchase AND place.from_day <= cohort_day
  WHERE (purchases_since < {asOf:Date})
    AND cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND (has_purchased)
    AND channel IN {filter_channel:Array(String)}
  UNION ALL
  WITH
    arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from) AS occasions,
    nullIf(occasions[1], toDate(0)) AS first_purchase_day,
    nullIf(occasions[2], toDate(0)) AS second_purchase_day,
    first_purchase_day IS NOT NULL AS has_purchased,
    multiIf(owner_since <= first_purchase_day, owner, empty(earlier_owners), 'unattributed', earlier_owners[arrayLastIndex(day -> day <= first_purchase_day, earlier_owner_from)]) AS owner_at_first_purchase,
    first_purchase_day AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    cohort_day,
    cohort_day + 184 + 7 <= {completeThrough:Date} AS mature,
    ifNull(second_purchase_day <= addMonths(cohort_day, 6), false) AS counted
  FROM customer_facts
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = owner_at_first_purchase AND place.from_day <= cohort_day
  WHERE NOT (purchases_since < {asOf:Date})
    AND cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND (has_purchased)
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), ())
ORDER BY is_total, period, store

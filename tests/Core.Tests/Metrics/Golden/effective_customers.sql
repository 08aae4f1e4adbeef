SELECT
  period,
  store,
  count() AS rows,
  grouping(store) = 1 AS is_total
FROM (
  WITH
    arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from) AS occasions,
    notEmpty(occasions) AS has_purchased,
    if(has_purchased, occasions[1], NULL) AS first_purchase_day,
    first_purchase_day AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id
  FROM customer_facts FINAL
  LEFT ANY JOIN (SELECT * FROM employee_places FINAL) AS place ON place.employee_id = acquirer
  WHERE cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND (has_purchased AND joined_day IS NOT NULL AND occasions[1] >= joined_day AND occasions[1] <= joined_day + 30)
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), ())
ORDER BY is_total, period, store

SELECT
  period,
  store,
  sum(value) AS total,
  count() AS rows,
  grouping(store) = 1 AS is_total
FROM (
  WITH
    moved_day AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    sold * {margin:Decimal(9, 4)} - cost AS value
  FROM sales_and_spend
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = employee AND place.from_day <= cohort_day
  WHERE cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), ())
ORDER BY is_total, period, store

SELECT
  period,
  store,
  sum(value) AS total,
  sum(over_value) AS over_total,
  count() AS rows,
  grouping(store) = 1 AS is_total
FROM (
  WITH
    if(pool_since = toDate('2149-06-06'), [], arrayPushBack(earlier_pool_since, pool_since)) AS pool_from,
    if(pool_since = toDate('2149-06-06'), [], arrayPushBack(earlier_pool_until, pool_until)) AS pool_to,
    least(happened_day + 1, {completeThrough:Date}) AS kept_on,
    happened_day AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    cost AS value,
    if(joined = 1 AND arrayExists((from_day, to_day) -> from_day <= kept_on AND kept_on < to_day, pool_from, pool_to), 1, 0) AS over_value
  FROM acquisition
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = acquirer AND place.from_day <= cohort_day
  WHERE cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), ())
ORDER BY is_total, period, store

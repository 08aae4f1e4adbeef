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
    paid_day AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    cohort_day,
    cohort_day + 15 + 0 <= {completeThrough:Date} AS mature,
    arraySum((day, back, type) -> if(day <= cohort_day + 15 AND day < {asOf:Date} AND type IN ('return', ''), back, 0), refund_days, refund_amounts, refund_types) AS value,
    amount AS over_value
  FROM order_facts
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = employee AND place.from_day <= cohort_day
  WHERE cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND (amount > 0)
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), ())
ORDER BY is_total, period, store

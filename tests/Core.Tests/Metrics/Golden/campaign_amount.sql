SELECT
  period,
  store,
  sum(value) AS total,
  count() AS rows,
  grouping(store) = 1 AS is_total
FROM (
  WITH
    countable AND void_from >= {asOf:Date} AS is_valid,
    arraySum((day, amount) -> if(day < {asOf:Date}, amount, 0), refund_days, refund_amounts) AS refunded,
    paid_day AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    amount - refunded AS value
  FROM campaign_orders
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = employee AND place.from_day <= cohort_day
  WHERE cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND (in_campaign AND is_valid AND campaign_id != '')
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), ())
ORDER BY is_total, period, store

SELECT
  period,
  store,
  sum(value) AS total,
  sum(over_value) AS over_total,
  count() AS rows,
  sumMap(ages, gains) AS by_age,
  grouping(store) = 1 AS is_total
FROM (
  WITH
    happened_day AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    arrayMap(day -> toUInt32(intDiv(day - happened_day, 30)), arrayFilter(day -> day >= happened_day AND day < {asOf:Date}, money_days)) AS ages,
    arrayMap((day, amount) -> amount * {margin:Decimal(9, 4)}, arrayFilter(day -> day >= happened_day AND day < {asOf:Date}, money_days), arrayFilter((amount, day) -> day >= happened_day AND day < {asOf:Date}, money_amounts, money_days)) AS gains,
    arraySum(gains) AS value,
    cost AS over_value
  FROM acquisition
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = acquirer AND place.from_day <= cohort_day
  WHERE cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), ())
ORDER BY is_total, period, store

SELECT
  period,
  store,
  sum(reached) AS numerator,
  sum(treated_rows) AS denominator,
  sum(immature_rows) AS immature,
  max(last_day) AS last_cohort_day,
  sumMap([stratum], [reached], [treated_rows], [held_out_reached], [held_out_rows]) AS arms,
  sumMap([stratum], [reached_sum], [reached_squares], [held_out_sum], [held_out_squares], [cost]) AS amounts,
  is_total
FROM (
  SELECT
    period,
    store,
    stratum,
    countIf(mature AND treated AND value != 0) AS reached,
    countIf(mature AND treated) AS treated_rows,
    countIf(mature AND NOT treated AND value != 0) AS held_out_reached,
    countIf(mature AND NOT treated) AS held_out_rows,
    countIf(NOT mature AND treated IS NOT NULL) AS immature_rows,
    max(cohort_day) AS last_day,
    sumIf(value, mature AND treated) AS reached_sum,
    sumIf(toFloat64(value) * toFloat64(value), mature AND treated) AS reached_squares,
    sumIf(value, mature AND NOT treated) AS held_out_sum,
    sumIf(toFloat64(value) * toFloat64(value), mature AND NOT treated) AS held_out_squares,
    toDecimal64(0, 2) AS cost,
    grouping(store) = 1 AS is_total
  FROM (
    WITH
      ends_day AS cohort_day
    SELECT
      toStartOfMonth(cohort_day) AS period,
      if(place.store = '', 'unattributed', place.store) AS store,
      customer_id,
      cohort_day,
      cohort_day + 3 + 7 <= {completeThrough:Date} AS mature,
      arraySum((day, amount) -> if(day >= starts_day AND day <= cohort_day + if(amount < 0, 10, 3) AND day < {asOf:Date}, amount, 0), money_days, money_amounts) AS value,
      arm = 'treatment' AS treated,
      campaign_id AS stratum
    FROM campaign_tasks
    ASOF LEFT JOIN employee_spans AS place ON place.employee_id = employee AND place.from_day <= cohort_day
    WHERE cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
      AND (ends_day IS NOT NULL)
      AND channel IN {filter_channel:Array(String)}
  )
  GROUP BY GROUPING SETS ((period, store, stratum), (stratum))
)
GROUP BY period, store, is_total
ORDER BY is_total, period, store

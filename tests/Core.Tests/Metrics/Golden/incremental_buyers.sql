SELECT
  period,
  store,
  sum(reached) AS numerator,
  sum(treated_rows) AS denominator,
  sum(immature_rows) AS immature,
  max(last_day) AS last_cohort_day,
  sumMap([stratum], [reached], [treated_rows], [held_out_reached], [held_out_rows]) AS arms,
  is_total
FROM (
  SELECT
    period,
    store,
    stratum,
    countIf(mature AND treated AND counted) AS reached,
    countIf(mature AND treated) AS treated_rows,
    countIf(mature AND NOT treated AND counted) AS held_out_reached,
    countIf(mature AND NOT treated) AS held_out_rows,
    countIf(NOT mature) AS immature_rows,
    max(cohort_day) AS last_day,
    grouping(store) = 1 AS is_total
  FROM (
    WITH
      kept_days AS occasions,
      ends_day AS cohort_day
    SELECT
      toStartOfMonth(cohort_day) AS period,
      if(place.store = '', 'unattributed', place.store) AS store,
      customer_id,
      cohort_day,
      cohort_day + 3 + 7 <= {completeThrough:Date} AS mature,
      arrayExists(day -> day >= starts_day AND day <= cohort_day + 3, occasions) AS counted,
      arm = 'treatment' AS treated,
      campaign_id AS stratum
    FROM campaign_tasks
    ASOF LEFT JOIN employee_spans AS place ON place.employee_id = employee AND place.from_day <= cohort_day
    WHERE (purchases_since < {asOf:Date})
      AND cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
      AND (ends_day IS NOT NULL)
      AND channel IN {filter_channel:Array(String)}
    UNION ALL
    WITH
      arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from) AS occasions,
      ends_day AS cohort_day
    SELECT
      toStartOfMonth(cohort_day) AS period,
      if(place.store = '', 'unattributed', place.store) AS store,
      customer_id,
      cohort_day,
      cohort_day + 3 + 7 <= {completeThrough:Date} AS mature,
      arrayExists(day -> day >= starts_day AND day <= cohort_day + 3, occasions) AS counted,
      arm = 'treatment' AS treated,
      campaign_id AS stratum
    FROM campaign_tasks
    ASOF LEFT JOIN employee_spans AS place ON place.employee_id = employee AND place.from_day <= cohort_day
    WHERE NOT (purchases_since < {asOf:Date})
      AND cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
      AND (ends_day IS NOT NULL)
      AND channel IN {filter_channel:Array(String)}
  )
  GROUP BY GROUPING SETS ((period, store, stratum), (stratum))
)
GROUP BY period, store, is_total
ORDER BY is_total, period, store

SELECT
  period,
  store,
  groupArray(days) AS followed_days,
  groupArray(ended) AS followed_ended,
  groupArray(open) AS followed_open,
  is_total
FROM (
  SELECT
    period,
    store,
    toInt64(value) AS days,
    sum(toInt64(over_value)) AS ended,
    sum(toInt64(1 - over_value)) AS open,
    grouping(store) = 1 AS is_total
  FROM (
    WITH
      nullIf(bought_first, toDate(0)) AS first_purchase_day,
      bought_first_owner AS owner_at_first_purchase,
      first_purchase_day AS cohort_day
    SELECT
      toStartOfMonth(cohort_day) AS period,
      if(place.store = '', 'unattributed', place.store) AS store,
      customer_id,
      toInt64(first_purchase_day - assumeNotNull(joined_day)) AS value,
      toInt64(1) AS over_value
    FROM customer_facts
    ASOF LEFT JOIN employee_spans AS place ON place.employee_id = owner_at_first_purchase AND place.from_day <= cohort_day
    WHERE (purchases_since < {asOf:Date})
      AND cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
      AND (ifNull(first_purchase_day >= joined_day, false))
      AND channel IN {filter_channel:Array(String)}
    UNION ALL
    WITH
      arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from) AS occasions,
      nullIf(occasions[1], toDate(0)) AS first_purchase_day,
      multiIf(owner_since <= first_purchase_day, owner, empty(earlier_owners), 'unattributed', earlier_owners[arrayLastIndex(day -> day <= first_purchase_day, earlier_owner_from)]) AS owner_at_first_purchase,
      first_purchase_day AS cohort_day
    SELECT
      toStartOfMonth(cohort_day) AS period,
      if(place.store = '', 'unattributed', place.store) AS store,
      customer_id,
      toInt64(first_purchase_day - assumeNotNull(joined_day)) AS value,
      toInt64(1) AS over_value
    FROM customer_facts
    ASOF LEFT JOIN employee_spans AS place ON place.employee_id = owner_at_first_purchase AND place.from_day <= cohort_day
    WHERE NOT (purchases_since < {asOf:Date})
      AND cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
      AND (ifNull(first_purchase_day >= joined_day, false))
      AND channel IN {filter_channel:Array(String)}
  )
  GROUP BY GROUPING SETS ((period, store, value), (value))
)
GROUP BY period, store, is_total
ORDER BY is_total, period, store

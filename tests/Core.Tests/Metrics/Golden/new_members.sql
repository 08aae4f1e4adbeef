SELECT
  period,
  store,
  count() AS rows,
  grouping(store) = 1 AS is_total
FROM (
  WITH
    owner AS owner_now,
    member_from AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id
  FROM customer_facts
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = owner_now AND place.from_day <= cohort_day
  WHERE (owner_since < {asOf:Date})
    AND cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND channel IN {filter_channel:Array(String)}
  UNION ALL
  WITH
    multiIf(owner_since <= {completeThrough:Date}, owner, empty(earlier_owners), 'unattributed', earlier_owners[arrayLastIndex(day -> day <= {completeThrough:Date}, earlier_owner_from)]) AS owner_now,
    member_from AS cohort_day
  SELECT
    toStartOfMonth(cohort_day) AS period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id
  FROM customer_facts
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = owner_now AND place.from_day <= cohort_day
  WHERE NOT (owner_since < {asOf:Date})
    AND cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), ())
ORDER BY is_total, period, store

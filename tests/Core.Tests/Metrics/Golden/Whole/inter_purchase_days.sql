SELECT
  employee,
  groupArray(toUInt16(value)) AS followed_days,
  groupArray(toUInt8(over_value)) AS followed_ended,
  grouping(employee) = 1 AS is_total
FROM (
  WITH
    void_from >= {asOf:Date} AS is_occasion,
    next_kept_day AS next_day,
    next_day > bought_day AS has_next,
    bought_day AS cohort_day
  SELECT
    owner_then AS employee,
    customer_id,
    toInt64(if(has_next, next_day, {completeThrough:Date}) - bought_day) AS value,
    toInt64(has_next) AS over_value
  FROM purchases
  WHERE (purchases_since < {asOf:Date})
    AND cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND (is_occasion)
    AND channel IN {filter_channel:Array(String)}
  UNION ALL
  WITH
    void_from >= {asOf:Date} AS is_occasion,
    arrayFirst((day, void_from) -> day > bought_day AND day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from) AS next_day,
    next_day > bought_day AS has_next,
    bought_day AS cohort_day
  SELECT
    owner_then AS employee,
    customer_id,
    toInt64(if(has_next, next_day, {completeThrough:Date}) - bought_day) AS value,
    toInt64(has_next) AS over_value
  FROM purchases
  WHERE NOT (purchases_since < {asOf:Date})
    AND cohort_day >= {from:Date} AND cohort_day < {to:Date} AND cohort_day < {asOf:Date}
    AND (is_occasion)
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY ROLLUP(employee)
ORDER BY is_total, employee

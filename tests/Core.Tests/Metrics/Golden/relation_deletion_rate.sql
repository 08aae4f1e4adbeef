SELECT
  period,
  store,
  countIf(counted) AS numerator,
  count() AS denominator,
  toUInt64(0) AS immature,
  grouping(store) = 1 AS is_total
FROM (
  WITH
    if(end_reason = 'customer_deleted', to_day, toDate('2149-06-06')) AS deleted_day
  SELECT
    period,
    if(place.store = '', 'unattributed', place.store) AS store,
    customer_id,
    true AS mature,
    deleted_day <= stock_day AS counted
  FROM relation_facts
  ARRAY JOIN {periods:Array(Date)} AS period, {opens:Array(Date)} AS open_day, {days:Array(Date)} AS stock_day
  ASOF LEFT JOIN employee_spans AS place ON place.employee_id = employee AND place.from_day <= stock_day
  WHERE (from_day <= open_day AND open_day < to_day)
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY GROUPING SETS ((period, store), (period))
ORDER BY is_total, period, store

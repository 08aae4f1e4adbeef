SELECT
  employee,
  count() AS rows,
  grouping(employee) = 1 AS is_total
FROM (
  WITH
    {stockDay:Date} AS stock_day,
    owner AS owner_now,
    pool_since <= stock_day AND stock_day < pool_until AS held_at_end
  SELECT
    owner_now AS employee,
    customer_id
  FROM customer_facts
  WHERE (NOT came_back)
    AND (owner_since < {asOf:Date})
    AND (held_at_end)
    AND channel IN {filter_channel:Array(String)}
  UNION ALL
  WITH
    {stockDay:Date} AS stock_day,
    multiIf(owner_since <= {completeThrough:Date}, owner, empty(earlier_owners), 'unattributed', earlier_owners[arrayLastIndex(day -> day <= {completeThrough:Date}, earlier_owner_from)]) AS owner_now,
    if(stock_day >= pool_since, stock_day < pool_until, arrayExists((since, until) -> since <= stock_day AND stock_day < until, earlier_pool_since, earlier_pool_until)) AS held_at_end
  SELECT
    owner_now AS employee,
    customer_id
  FROM customer_facts
  WHERE NOT ((NOT came_back) AND (owner_since < {asOf:Date}))
    AND (held_at_end)
    AND channel IN {filter_channel:Array(String)}
)
GROUP BY ROLLUP(employee)
ORDER BY is_total, employee

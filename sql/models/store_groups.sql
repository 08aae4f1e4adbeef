/* ---
grain: store
source: store_groups
customers: false  # not all of it belongs to customers, so no segment can hold it
channel: "'unknown'"
owners:
  acquirer: host
  now: host
  at_event: host
--- */
-- Every store that has groups: when each of them lived, and the money of orders made through them, less refunds. A store
-- stands with the owner of its first group, so that it is found under its region.
CREATE OR REPLACE VIEW store_groups AS
SELECT
  toUInt64(0) AS customer_id,
  '' AS customer,
  store.store_id AS store_id,
  store.host AS host,
  store.live_from AS live_from,
  store.live_to AS live_to,
  takings.days AS money_days,
  takings.amounts AS money_amounts
FROM (
  SELECT
    toString(store_id) AS store_id,
    if(argMin(owner_employee_id, group_id) = '', 'unattributed', toString(argMin(owner_employee_id, group_id))) AS host,
    groupArray(ifNull(created_day, toDate(0))) AS live_from,
    groupArray(ifNull(dismissed_day, toDate('2149-06-06'))) AS live_to
  FROM groups FINAL
  WHERE store_id != ''
  GROUP BY store_id
) AS store
LEFT ANY JOIN (
  SELECT owned.store_id AS store_id, groupArray(money.moved_day) AS days, groupArray(money.moved_amount) AS amounts
  FROM (SELECT toString(group_id) AS group_id, moved_day, moved_amount FROM order_movements WHERE group_id != '') AS money
  INNER JOIN (SELECT group_id, toString(store_id) AS store_id FROM groups FINAL WHERE store_id != '') AS owned ON owned.group_id = money.group_id
  GROUP BY store_id
) AS takings ON takings.store_id = store.store_id;

/* ---
grain: participation
source: campaign_participations
channel: channel
owners:
  acquirer: acquirer
  now: owner_now
  at_event: employee
dimensions:
  campaign: campaign_id
columns:
  # days of valid orders put down to the campaign, as known on the day one asks from
  order_days: "arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, bought_days, bought_void_from)"
  first_order_day: "if(notEmpty(order_days), order_days[1], NULL)"
as_customers: [owner_now]
--- */
-- Every customer of every campaign, once; see campaign_participations_fresh.sql. An order that names none is put down to the last
-- campaign she took part in of those whose days for it are not over, as in campaign_orders.sql.
CREATE OR REPLACE VIEW campaign_participations AS
WITH
  (SELECT (groupArray(toString(campaign_id)), groupArray(ends_day)) FROM campaigns FINAL) AS described,
  (campaign, day) -> has(described.1, campaign) AND day > described.2[indexOf(described.1, campaign)] + 3 AS is_over
SELECT
  customer_id,
  customer,
  campaign_id,
  touched_day,
  employee,
  if(
    empty(offered_days), arrayZip(named_days, named_void_from),
    arraySort(arrayConcat(
      arrayZip(named_days, named_void_from),
      arrayMap(
        bill -> (bill.1, bill.2),
        arrayFilter(
          bill -> NOT is_over(campaign_id, bill.1) AND NOT arrayExists(later -> NOT is_over(later, bill.1), bill.3),
          arrayZip(offered_days, offered_void_from, offered_unless)))))) AS orders,
  arrayMap(bill -> bill.1, orders) AS bought_days,
  arrayMap(bill -> bill.2, orders) AS bought_void_from,
  joined_day,
  channel,
  acquirer,
  owner,
  owner_since,
  earlier_owner_from,
  earlier_owners
FROM campaign_participations_now;

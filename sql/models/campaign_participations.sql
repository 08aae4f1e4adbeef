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
-- Every customer of every campaign, once: when she first took part in it (by an event that says so, or an order that names
-- it), with whom, and on which days she placed orders that are put down to it. An order that is so because she took part
-- before does not begin anything. The place in time is a text: the engine compares texts several times as fast as pairs.
CREATE OR REPLACE VIEW campaign_participations AS
SELECT
  customer_id,
  any(customer) AS customer,
  campaign_id,
  argMin(day, place) AS touched_day,
  argMin(employee, place) AS employee,
  arraySort(groupArrayArray(bills)) AS orders,
  arrayMap(bill -> bill.1, orders) AS bought_days,
  arrayMap(bill -> bill.2, orders) AS bought_void_from,
  any(joined_day) AS joined_day,
  any(channel) AS channel,
  any(acquirer) AS acquirer,
  any(owner) AS owner,
  any(owner_since) AS owner_since,
  any(earlier_owner_from) AS earlier_owner_from,
  any(earlier_owners) AS earlier_owners
FROM (
  SELECT
    customer_id, customer, toString(campaign_id) AS campaign_id, concat(toString(occurred_at), event_id) AS place, day, employee, []::Array(Tuple(Date, Date)) AS bills,
    joined_day, channel, acquirer, owner, owner_since, earlier_owner_from, earlier_owners
  FROM event_facts
  WHERE type = 'campaign_participated' AND campaign_id != ''
  UNION ALL
  SELECT
    customer_id, customer, campaign_id, if(empty(touch_campaigns), concat(toString(paid_at), order_id), '~'), paid_day, employee, [(paid_day, void_from)],
    joined_day, channel, acquirer, owner, owner_since, earlier_owner_from, earlier_owners
  FROM campaign_orders
  WHERE in_campaign AND countable AND campaign_id != ''
)
GROUP BY customer_id, campaign_id;

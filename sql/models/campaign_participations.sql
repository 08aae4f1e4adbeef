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
-- it), with whom, and on which days she placed orders that are put down to it.
CREATE OR REPLACE VIEW campaign_participations AS
WITH
  first_touches AS (
    SELECT
      customer_id,
      any(customer) AS customer,
      campaign_id,
      argMin(touched_day, (touched_at, touch_id)) AS touched_day,
      argMin(employee, (touched_at, touch_id)) AS employee,
      any(joined_day) AS joined_day,
      any(channel) AS channel,
      any(acquirer) AS acquirer,
      any(owner) AS owner,
      any(owner_since) AS owner_since,
      any(earlier_owner_from) AS earlier_owner_from,
      any(earlier_owners) AS earlier_owners
    FROM (
      SELECT
        customer_id, customer, campaign_id, occurred_at AS touched_at, event_id AS touch_id, day AS touched_day, employee,
        joined_day, channel, acquirer, owner, owner_since, earlier_owner_from, earlier_owners
      FROM event_facts
      WHERE type = 'campaign_participated' AND campaign_id != ''
      UNION ALL
      SELECT
        customer_id, customer, campaign_id, paid_at, order_id, paid_day, employee,
        joined_day, channel, acquirer, owner, owner_since, earlier_owner_from, earlier_owners
      FROM order_facts
      WHERE in_campaign AND countable AND campaign_id != ''
    )
    GROUP BY customer_id, campaign_id
  ),
  bought AS (
    SELECT customer_id, campaign_id, arraySort(groupArray((paid_day, void_from))) AS orders
    FROM campaign_orders
    WHERE in_campaign AND countable AND campaign_id != ''
    GROUP BY customer_id, campaign_id
  )
SELECT
  took.customer_id AS customer_id,
  took.customer AS customer,
  took.campaign_id AS campaign_id,
  took.touched_day AS touched_day,
  took.employee AS employee,
  arrayMap(bill -> bill.1, bought.orders) AS bought_days,
  arrayMap(bill -> bill.2, bought.orders) AS bought_void_from,
  took.joined_day AS joined_day,
  took.channel AS channel,
  took.acquirer AS acquirer,
  took.owner AS owner,
  took.owner_since AS owner_since,
  took.earlier_owner_from AS earlier_owner_from,
  took.earlier_owners AS earlier_owners
FROM first_touches AS took
LEFT ANY JOIN bought ON bought.customer_id = took.customer_id AND bought.campaign_id = took.campaign_id;

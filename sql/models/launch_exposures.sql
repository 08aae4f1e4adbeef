/* ---
grain: exposure
source: launch_exposures
channel: channel
owners:
  acquirer: acquirer
  now: owner_now
  at_event: employee
dimensions:
  campaign: campaign_id
columns:
  # days of valid orders that name the launch, as known on the day one asks from
  trial_days: "arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, bought_days, bought_void_from)"
as_customers: [owner_now]
--- */
-- Every customer whom a launch (a campaign whose mechanic is launch) reached, once for each: the day of the first event that
-- names it, whatever it tells, and on which days she placed orders that name it.
CREATE OR REPLACE VIEW launch_exposures AS
SELECT
  exposed.customer_id AS customer_id,
  exposed.customer AS customer,
  toString(exposed.campaign_id) AS campaign_id,
  exposed.exposed_day AS exposed_day,
  exposed.employee AS employee,
  arrayMap(bill -> bill.1, bought.orders) AS bought_days,
  arrayMap(bill -> bill.2, bought.orders) AS bought_void_from,
  exposed.joined_day AS joined_day,
  toString(exposed.channel) AS channel,
  toString(exposed.acquirer) AS acquirer,
  toString(exposed.owner) AS owner,
  exposed.owner_since AS owner_since,
  exposed.earlier_owner_from AS earlier_owner_from,
  exposed.earlier_owners AS earlier_owners
FROM (
  SELECT
    customer_id,
    any(customer) AS customer,
    campaign_id,
    argMin(day, concat(toString(occurred_at), event_id)) AS exposed_day,
    argMin(toString(employee), concat(toString(occurred_at), event_id)) AS employee,
    any(joined_day) AS joined_day,
    any(channel) AS channel,
    any(acquirer) AS acquirer,
    any(owner) AS owner,
    any(owner_since) AS owner_since,
    any(earlier_owner_from) AS earlier_owner_from,
    any(earlier_owners) AS earlier_owners
  FROM event_facts
  WHERE campaign_id IN (SELECT campaign_id FROM campaigns FINAL WHERE mechanic = 'launch')
  GROUP BY customer_id, campaign_id
) AS exposed
LEFT ANY JOIN (
  SELECT customer_id, toString(campaign_id) AS campaign_id, arraySort(groupArray((paid_day, void_from))) AS orders
  FROM order_facts
  WHERE in_campaign AND countable AND campaign_id IN (SELECT campaign_id FROM campaigns FINAL WHERE mechanic = 'launch')
  GROUP BY customer_id, campaign_id
) AS bought ON bought.customer_id = exposed.customer_id AND bought.campaign_id = toString(exposed.campaign_id);

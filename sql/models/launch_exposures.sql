/* ---
grain: exposure
source: launch_exposures
channel: channel
owners:
  acquirer: acquirer
  now: owner_ids[arrayLastIndex(day -> day <= {completeThrough:Date}, owner_from)]
  at_event: if(employee = '', owner_ids[arrayLastIndex(day -> day <= exposed_day, owner_from)], employee)
dimensions:
  campaign: campaign_id
columns:
  # days of valid orders that name the launch, as known on the day one asks from
  trial_days: "arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, bought_days, bought_void_from)"
--- */
-- Every customer whom a launch (a campaign whose mechanic is launch) reached, once for each: the day of the first event that
-- names it, whatever it tells, and on which days she placed orders that name it.
CREATE OR REPLACE VIEW launch_exposures AS
SELECT
  exposed.customer_key AS customer_id,
  exposed.customer AS customer,
  toString(exposed.campaign_id) AS campaign_id,
  exposed.exposed_day AS exposed_day,
  exposed.employee AS employee,
  arrayMap(bill -> bill.1, bought.orders) AS bought_days,
  arrayMap(bill -> bill.2, bought.orders) AS bought_void_from,
  person.joined_day AS joined_day,
  if(person.channel = '', 'unknown', toString(person.channel)) AS channel,
  if(person.acquirer = '', 'unattributed', toString(person.acquirer)) AS acquirer,
  if(empty(person.owner_from), [toDate(0)], person.owner_from) AS owner_from,
  if(empty(person.owner_ids), CAST(['unattributed'], 'Array(LowCardinality(String))'), person.owner_ids) AS owner_ids
FROM (
  SELECT
    customer_key,
    any(customer) AS customer,
    campaign_id,
    argMin(day, (occurred_at, event_id)) AS exposed_day,
    argMin(toString(employee_id), (occurred_at, event_id)) AS employee
  FROM event_facts FINAL
  WHERE campaign_id IN (SELECT campaign_id FROM campaigns FINAL WHERE mechanic = 'launch')
  GROUP BY customer_key, campaign_id
) AS exposed
LEFT ANY JOIN (
  SELECT customer_id, toString(campaign_id) AS campaign_id, arraySort(groupArray((paid_day, void_from))) AS orders
  FROM order_facts
  WHERE countable AND campaign_id != ''
  GROUP BY customer_id, campaign_id
) AS bought ON bought.customer_id = exposed.customer_key AND bought.campaign_id = toString(exposed.campaign_id)
LEFT ANY JOIN (SELECT * FROM customer_facts) AS person ON person.customer_id = exposed.customer_key;

/* ---
grain: task
source: campaign_tasks
channel: channel
owners:
  acquirer: acquirer
  now: owner_now
  at_event: employee
dimensions:
  campaign: campaign_id
columns:
  # purchase occasions as known on the day one asks from
  occasions: "arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from)"
as_customers: [owner_now]
--- */
-- Every customer a campaign was meant for, with whom it was given to, when it was given out and when it was done.
CREATE OR REPLACE VIEW campaign_tasks AS
SELECT
  audience.customer_key AS customer_id,
  audience.customer AS customer,
  toString(audience.campaign_id) AS campaign_id,
  toString(audience.arm) AS arm,
  audience.dispatched_day AS dispatched_day,
  audience.executed_day AS executed_day,
  campaign.starts_day AS starts_day,
  -- none where nobody described the campaign
  if(campaign.campaign_id = '', NULL, campaign.ends_day) AS ends_day,
  if(audience.employee_id = '', 'unattributed', toString(audience.employee_id)) AS employee,
  person.joined_day AS joined_day,
  if(person.channel = '', 'unknown', toString(person.channel)) AS channel,
  if(person.acquirer = '', 'unattributed', toString(person.acquirer)) AS acquirer,
  if(person.owner = '', 'unattributed', toString(person.owner)) AS owner,
  person.owner_since AS owner_since,
  person.earlier_owner_from AS earlier_owner_from,
  person.earlier_owners AS earlier_owners,
  person.purchase_days AS purchase_days,
  person.purchase_void_from AS purchase_void_from
FROM (SELECT * FROM campaign_audience FINAL) AS audience
LEFT ANY JOIN (
  SELECT * FROM customer_facts
  WHERE customer_id IN (SELECT customer_key FROM campaign_audience)
) AS person ON person.customer_id = audience.customer_key
LEFT ANY JOIN (SELECT campaign_id, starts_day, ends_day FROM campaigns FINAL) AS campaign ON campaign.campaign_id = audience.campaign_id;

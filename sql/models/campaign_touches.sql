-- Every time a customer took part in a campaign, as an event tells, and until when an order may be put down to it: 7 days,
-- but no longer than 3 days after the campaign's end. A campaign that nobody described has no end.
CREATE OR REPLACE VIEW campaign_touches AS
SELECT
  touched.customer_id AS customer_id,
  touched.customer AS customer,
  toString(touched.campaign_id) AS campaign_id,
  touched.occurred_at AS touched_at,
  touched.day AS touched_day,
  touched.event_id AS touch_id,
  toString(touched.employee) AS employee,
  touched.joined_day AS joined_day,
  toString(touched.channel) AS channel,
  toString(touched.acquirer) AS acquirer,
  toString(touched.owner) AS owner,
  touched.owner_since AS owner_since,
  touched.earlier_owner_from AS earlier_owner_from,
  touched.earlier_owners AS earlier_owners,
  if(campaign.campaign_id = '', touched.day + 7, least(touched.day + 7, campaign.ends_day + 3)) AS until_day
FROM (SELECT * FROM event_facts WHERE type = 'campaign_participated' AND campaign_id != '') AS touched
LEFT ANY JOIN (SELECT campaign_id, ends_day FROM campaigns FINAL) AS campaign ON campaign.campaign_id = touched.campaign_id;

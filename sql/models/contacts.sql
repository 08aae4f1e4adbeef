/* ---
grain: contact
source: contacts
channel: channel
dimensions:
  touchpoint: if(touchpoint = '', 'unknown', touchpoint)
  campaign: if(campaign_id = '', 'none', campaign_id)
  content: if(content_id = '', 'unknown', content_id)
owners:
  acquirer: acquirer
  now: owner_now
  at_event: employee
as_customers: [owner_now]
--- */
-- Everything that is counted one by one, of whatever kind.
CREATE OR REPLACE VIEW contacts AS
SELECT
  customer_id, customer, kind, event_id, happened_day, outcome_day, content_id, touchpoint, campaign_id,
  employee, joined_day, channel, acquirer, owner, owner_since, earlier_owner_from, earlier_owners
FROM contact_facts;

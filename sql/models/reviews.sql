/* ---
grain: review
source: reviews
channel: channel
dimensions:
  touchpoint: if(touchpoint = '', 'unknown', touchpoint)
  campaign: if(campaign_id = '', 'none', campaign_id)
owners:
  acquirer: acquirer
  now: owner_now
  at_event: employee
as_customers: [owner_now]
--- */
-- Reviews on the day they were written; score is NULL where there is none that its scale has.
CREATE OR REPLACE VIEW reviews AS
SELECT
  customer_id, customer, event_id, happened_day AS reviewed_day, score, scale, is_default, touchpoint, campaign_id,
  employee, joined_day, channel, acquirer, owner, owner_since, earlier_owner_from, earlier_owners
FROM contact_facts
WHERE kind = 'review';

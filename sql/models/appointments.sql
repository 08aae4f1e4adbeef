/* ---
grain: appointment
source: appointments
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
-- Appointments on the day they were made; outcome is visited, no_show or, where nobody told before the next one, ''.
CREATE OR REPLACE VIEW appointments AS
SELECT
  customer_id, customer, event_id, happened_day AS booked_day, outcome, outcome_day, touchpoint, campaign_id,
  employee, joined_day, channel, acquirer, owner, owner_since, earlier_owner_from, earlier_owners
FROM contact_facts
WHERE kind = 'appointment';

/* ---
grain: conversation
source: conversations
channel: channel
dimensions:
  touchpoint: if(touchpoint = '', 'unknown', touchpoint)
  campaign: if(campaign_id = '', 'none', campaign_id)
  hour: leftPad(toString(happened_hour), 2, '0')
  weekday: toString(toDayOfWeek(wrote_day))
owners:
  acquirer: acquirer
  now: owner_now
  at_event: employee
as_customers: [owner_now]
--- */
-- Every day on which a customer wrote, with how long after the first message of that day an employee first wrote back on it.
CREATE OR REPLACE VIEW conversations AS
SELECT
  customer_id, customer, event_id, happened_day AS wrote_day, happened_hour, outcome_seconds AS answered_seconds, touchpoint, campaign_id,
  employee, joined_day, channel, acquirer, owner, owner_since, earlier_owner_from, earlier_owners
FROM contact_facts
WHERE kind = 'conversation';

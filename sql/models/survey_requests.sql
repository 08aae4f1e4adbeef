/* ---
grain: request
source: survey_requests
channel: channel
dimensions:
  survey: if(survey = '', 'unknown', survey)
  content: if(content_id = '', 'unknown', content_id)
  touchpoint: if(touchpoint = '', 'unknown', touchpoint)
  campaign: if(campaign_id = '', 'none', campaign_id)
  hour: leftPad(toString(happened_hour), 2, '0')
  weekday: toString(toDayOfWeek(asked_day))
owners:
  acquirer: acquirer
  now: owner_now
  at_event: employee
as_customers: [owner_now]
--- */
-- Every time a customer was asked, reminders left out; answered_day is that of the first valid answer before the next asking.
CREATE OR REPLACE VIEW survey_requests AS
SELECT
  customer_id, customer, event_id, happened_day AS asked_day, happened_hour, outcome_day AS answered_day, survey, content_id, touchpoint, campaign_id,
  employee, joined_day, channel, acquirer, owner, owner_since, earlier_owner_from, earlier_owners
FROM contact_facts
WHERE kind = 'survey_request';

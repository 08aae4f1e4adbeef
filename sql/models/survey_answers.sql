/* ---
grain: answer
source: survey_answers
channel: channel
dimensions:
  survey: if(survey = '', 'unknown', survey)
  content: if(content_id = '', 'unknown', content_id)
  touchpoint: if(touchpoint = '', 'unknown', touchpoint)
  campaign: if(campaign_id = '', 'none', campaign_id)
owners:
  acquirer: acquirer
  now: owner_now
  at_event: employee
columns:
  # an answer that counts
  is_scored: score IS NOT NULL AND NOT is_void
as_customers: [owner_now]
--- */
-- Answers on the day they were given, asked for or not; score is NULL where there is none that its scale has.
CREATE OR REPLACE VIEW survey_answers AS
SELECT
  customer_id, customer, event_id, happened_day AS answered_day, survey, content_id, score, scale, is_void, touchpoint, campaign_id,
  employee, joined_day, channel, acquirer, owner, owner_since, earlier_owner_from, earlier_owners
FROM contact_facts
WHERE kind = 'survey_answer';

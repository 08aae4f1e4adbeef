/* ---
grain: review
source: reviews
channel: channel
dimensions:
  touchpoint: if(touchpoint = '', 'unknown', touchpoint)
  campaign: if(campaign_id = '', 'none', campaign_id)
owners:
  acquirer: acquirer
  now: owner_ids[arrayLastIndex(day -> day <= {completeThrough:Date}, owner_from)]
  at_event: employee
--- */
-- Reviews on the day they were written; score is NULL where there is none that its scale has.
CREATE OR REPLACE VIEW reviews AS
SELECT
  customer_id, customer, event_id, happened_day AS reviewed_day, score, scale, is_default, touchpoint, campaign_id,
  employee, joined_day, channel, acquirer, owner_from, owner_ids
FROM contact_facts FINAL
WHERE kind = 'review';

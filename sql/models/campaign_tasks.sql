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
as_customers: [owner_now, occasions]
--- */
-- Every customer a campaign was meant for, with whom it was given to, when it was given out and when it was done, and when
-- the campaign ran as told last.
CREATE OR REPLACE VIEW campaign_tasks AS
SELECT
  task.*,
  campaign.starts_day AS starts_day,
  -- none where nobody described the campaign
  if(campaign.campaign_id = '', NULL, campaign.ends_day) AS ends_day
FROM campaign_tasks_now AS task
LEFT ANY JOIN (SELECT campaign_id, starts_day, ends_day FROM campaigns FINAL) AS campaign ON campaign.campaign_id = task.campaign_id;

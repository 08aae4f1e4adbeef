/* ---
grain: trial
source: campaign_trials
customers: false  # not all of it belongs to customers, so no segment can hold it
channel: channel
owners:
  acquirer: acquirer
  now: owner_now
  at_event: employee
dimensions:
  campaign: campaign_id
as_customers: [owner_now]
--- */
-- Everyone a campaign was meant for, with what she paid and was paid back when, beside what was spent on the campaign (of no
-- arm), each row its own; campaigns that have an end, a margin and a list.
CREATE OR REPLACE VIEW campaign_trials AS
SELECT
  rows.*,
  campaign.starts_day AS starts_day,
  campaign.ends_day AS ends_day,
  assumeNotNull(campaign.margin) AS margin
FROM (
  SELECT
    customer_id, customer, toString(campaign_id) AS campaign_id, toString(arm) AS arm, money_days, money_amounts, toDate(0) AS spent_day, toDecimal64(0, 2) AS cost,
    toString(employee) AS employee, joined_day, toString(channel) AS channel, toString(acquirer) AS acquirer, toString(owner) AS owner, owner_since, earlier_owner_from, earlier_owners
  FROM campaign_tasks_now
  UNION ALL
  SELECT
    customer_id, customer, campaign_id, '', [], [], spent_day, cost,
    employee, NULL, channel, employee, employee, toDate(0), [], []
  FROM spend
  WHERE campaign_id IN (SELECT campaign_id FROM campaign_tasks_now)
) AS rows
INNER JOIN (SELECT toString(campaign_id) AS campaign_id, starts_day, ends_day, margin FROM campaigns FINAL WHERE margin IS NOT NULL) AS campaign
  ON campaign.campaign_id = rows.campaign_id;

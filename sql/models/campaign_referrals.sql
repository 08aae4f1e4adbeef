/* ---
grain: referred customer
source: campaign_referrals
channel: channel
owners:
  acquirer: acquirer
  now: owner_now
  at_event: employee
dimensions:
  campaign: campaign_id
as_customers: [owner_now]
--- */
-- Customers whom another brought for a campaign, once each: the one for which the other invited, or took part in, last of
-- those whose days were not over when they joined. The days are those of campaign_orders.sql, who brings whom is as in
-- referrers.sql, and the employee is the one whom the other was with.
CREATE OR REPLACE VIEW campaign_referrals AS
WITH (SELECT (groupArray(toString(campaign_id)), groupArray(ends_day)) FROM campaigns FINAL) AS described
SELECT
  came.customer_id AS customer_id,
  came.customer AS customer,
  came.joined_day AS joined_day,
  came.channel AS channel,
  came.acquirer AS acquirer,
  came.owner AS owner,
  came.owner_since AS owner_since,
  came.earlier_owner_from AS earlier_owner_from,
  came.earlier_owners AS earlier_owners,
  arrayLastIndex(
    (day, campaign) -> day <= came.joined_day AND came.joined_day <= day + 7
      AND (NOT has(described.1, campaign) OR came.joined_day <= described.2[indexOf(described.1, campaign)] + 3),
    host.touch_days, host.touch_campaigns) AS touch,
  toString(host.touch_campaigns[touch]) AS campaign_id,
  toString(host.touch_employees[touch]) AS employee
FROM (
  SELECT
    referrer_id AS host_id, customer_id, customer, assumeNotNull(joined_day) AS joined_day, toString(channel) AS channel,
    toString(acquirer) AS acquirer, toString(owner) AS owner, owner_since, earlier_owner_from, earlier_owners
  FROM customer_facts
  WHERE joined_day IS NOT NULL AND referrer_id != 0 AND NOT is_staff
) AS came
INNER JOIN campaign_touches_now AS host ON host.customer_id = came.host_id
WHERE touch > 0 AND (host.joined_day IS NULL OR (host.brought_by != came.customer_id AND came.joined_day >= assumeNotNull(host.joined_day)));

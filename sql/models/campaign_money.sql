/* ---
grain: movement
source: campaign_money
customers: false  # not all of it belongs to customers, so no segment can hold it
channel: channel
owners:
  acquirer: acquirer
  now: owner_now
  at_event: employee
dimensions:
  campaign: campaign_id
as_customers: [owner_now]
# whose an order is, the last event before it tells where it names nobody
credited_by: { events: [employee] }
--- */
-- Money of the orders put down to a campaign, less refunds, beside what was spent on it, each row on its own day; campaigns
-- whose margin is known alone.
CREATE OR REPLACE VIEW campaign_money AS
SELECT
  money.customer_id AS customer_id,
  money.customer AS customer,
  money.order_id AS order_id,
  money.day AS moved_day,
  money.sold AS sold,
  money.cost AS cost,
  campaign.share AS margin,
  money.campaign_id AS campaign_id,
  money.channel AS channel,
  money.acquirer AS acquirer,
  money.owner AS owner,
  money.owner_since AS owner_since,
  money.earlier_owner_from AS earlier_owner_from,
  money.earlier_owners AS earlier_owners,
  money.employee AS employee
FROM (
  SELECT customer_id, customer, order_id, day, sold, toDecimal64(0, 2) AS cost, campaign_id, channel, acquirer, owner, owner_since, earlier_owner_from, earlier_owners, employee
  FROM campaign_orders
  ARRAY JOIN
    arrayConcat([paid_day], refund_days) AS day,
    arrayConcat([amount], arrayMap(refund -> -refund, refund_amounts)) AS sold
  WHERE in_campaign AND campaign_id != ''
  UNION ALL
  SELECT
    customer_id, customer, '', spent_day, toDecimal64(0, 2), cost, campaign_id, channel, employee,
    employee, toDate(0), [], [], employee
  FROM spend
  WHERE campaign_id != ''
) AS money
INNER JOIN (SELECT toString(campaign_id) AS campaign_id, assumeNotNull(margin) AS share FROM campaigns FINAL WHERE margin IS NOT NULL) AS campaign
  ON campaign.campaign_id = money.campaign_id;

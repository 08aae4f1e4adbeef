/* ---
grain: movement
source: sales_and_spend
customers: false  # a cost belongs to no customer, so no segment can hold it
channel: channel
owners:
  acquirer: acquirer
  now: owner_now
  at_event: employee
dimensions:
  campaign: if(campaign_id = '', 'none', campaign_id)
as_customers: [owner_now]
# whose an order is, the last event before it tells where it names nobody
credited_by: { events: [employee] }
--- */
-- Money from orders, less refunds, beside what was spent, each row on its own day.
CREATE OR REPLACE VIEW sales_and_spend AS
SELECT
  customer_id,
  customer,
  order_id,
  moved_day,
  moved_amount AS sold,
  toDecimal64(0, 2) AS cost,
  toString(campaign_id) AS campaign_id,
  toString(channel) AS channel,
  toString(acquirer) AS acquirer,
  toString(owner) AS owner,
  owner_since,
  earlier_owner_from,
  earlier_owners,
  toString(employee) AS employee
FROM order_movements
UNION ALL
SELECT
  customer_id,
  customer,
  '',
  spent_day,
  toDecimal64(0, 2),
  cost,
  campaign_id,
  channel,
  employee,
  employee,
  toDate(0),
  [],
  [],
  employee
FROM spend;

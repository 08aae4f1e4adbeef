/* ---
grain: movement
source: order_movements
channel: channel
dimensions:
  domain: if(domain = '', 'unknown', domain)
  product_category: if(product_category = '', 'unknown', product_category)
  # whether anything the customer bought on an earlier day stands, as known on the day one asks from
  new_or_returning: "if(earlier_void_from >= {asOf:Date}, 'returning', 'new')"
  campaign: if(campaign_id = '', 'none', campaign_id)
  conversion_channel: if(last_channel_within <= 7, last_channel, 'unknown')
  conversion_channel_1d: if(last_channel_within <= 1, last_channel, 'unknown')
  conversion_channel_14d: if(last_channel_within <= 14, last_channel, 'unknown')
  conversion_channel_30d: last_channel
  first_touch_channel: first_channel
owners:
  acquirer: acquirer
  now: owner_now
  at_event: employee
as_customers: [owner_now]
# whose an order is, and its channel, the last event before it tells where it names neither
credited_by: { events: [employee, conversion_channel, conversion_channel_1d, conversion_channel_14d, conversion_channel_30d, first_touch_channel] }
--- */
-- Money in and out, one row each, on its own day: what an order paid, and less what each refund gave back. The two apart,
-- since hardly any order is refunded and an array of days cannot be read in the order of days.
CREATE OR REPLACE VIEW order_movements AS
SELECT
  customer_id,
  customer,
  order_id,
  paid_day AS moved_day,
  amount AS moved_amount,
  moved_amount < 0 AS is_refund,
  domain,
  product_category,
  earlier_void_from,
  campaign_id,
  group_id,
  last_channel,
  last_channel_within,
  first_channel,
  employee,
  joined_day,
  is_referred,
  channel,
  acquirer,
  owner,
  owner_since,
  earlier_owner_from,
  earlier_owners
FROM order_facts
UNION ALL
SELECT
  customer_id,
  customer,
  order_id,
  refunded_day,
  -refunded_amount,
  -refunded_amount < 0,
  domain,
  product_category,
  earlier_void_from,
  campaign_id,
  group_id,
  last_channel,
  last_channel_within,
  first_channel,
  employee,
  joined_day,
  is_referred,
  channel,
  acquirer,
  owner,
  owner_since,
  earlier_owner_from,
  earlier_owners
FROM order_facts
ARRAY JOIN refund_days AS refunded_day, refund_amounts AS refunded_amount
WHERE notEmpty(refund_days);

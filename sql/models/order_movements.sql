/* ---
grain: movement
source: order_movements
channel: channel
dimensions:
  domain: if(domain = '', 'unknown', domain)
  product_category: if(product_category = '', 'unknown', product_category)
  campaign: if(campaign_id = '', 'none', campaign_id)
  conversion_channel: conversion_channel
owners:
  acquirer: acquirer
  now: owner_now
  at_event: employee
as_customers: [owner_now]
--- */
-- Money in and out, one row each, on its own day: what an order paid, and less what each refund gave back.
CREATE OR REPLACE VIEW order_movements AS
SELECT
  customer_id,
  customer,
  order_id,
  moved_day,
  moved_amount,
  moved_amount < 0 AS is_refund,
  domain,
  product_category,
  campaign_id,
  group_id,
  conversion_channel,
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
ARRAY JOIN
  arrayConcat([paid_day], refund_days) AS moved_day,
  arrayConcat([amount], arrayMap(refund -> -refund, refund_amounts)) AS moved_amount;

/* ---
grain: order
source: campaign_orders
channel: channel
owners:
  acquirer: acquirer
  now: owner_now
  at_event: employee
dimensions:
  campaign: if(campaign_id = '', 'none', campaign_id)
  domain: if(domain = '', 'unknown', domain)
  product_category: if(product_category = '', 'unknown', product_category)
columns:
  # a valid order, as known on the day one asks from
  is_valid: countable AND void_from >= {asOf:Date}
  refunded: "arraySum((day, amount) -> if(day < {asOf:Date}, amount, 0), refund_days, refund_amounts)"
as_customers: [owner_now]
# whose an order is, the last event before it tells where it names nobody
credited_by: { events: [employee] }
--- */
-- Paid orders with the one campaign each is put down to: the one it names, else the one its customer took part in last of
-- those whose days for it are not over, else none. The days are 7 after taking part, but no longer than 3 after the campaign's
-- end; a campaign that nobody described has no end.
CREATE OR REPLACE VIEW campaign_orders AS
WITH (SELECT (groupArray(toString(campaign_id)), groupArray(ends_day)) FROM campaigns FINAL) AS described
SELECT paid.* REPLACE (
  if(
    paid.campaign_id != '' OR NOT paid.in_campaign, toString(paid.campaign_id),
    toString(paid.touch_campaigns[arrayLastIndex(
      campaign -> NOT has(described.1, campaign) OR paid.paid_day <= described.2[indexOf(described.1, campaign)] + 3,
      paid.touch_campaigns)])) AS campaign_id)
FROM order_facts AS paid;

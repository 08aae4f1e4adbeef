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
-- those whose days for it are not over, else none. The three apart: nearly all orders are of the last kind, and whoever asks
-- for a campaign's need not read them.
CREATE OR REPLACE VIEW campaign_orders AS
SELECT
  paid.customer_id AS customer_id,
  paid.customer AS customer,
  paid.order_id AS order_id,
  paid.paid_at AS paid_at,
  paid.paid_day AS paid_day,
  paid.amount AS amount,
  paid.countable AS countable,
  paid.void_from AS void_from,
  paid.refund_days AS refund_days,
  paid.refund_amounts AS refund_amounts,
  toString(paid.domain) AS domain,
  toString(paid.product_category) AS product_category,
  toString(paid.campaign_id) AS campaign_id,
  toString(paid.employee) AS employee,
  paid.joined_day AS joined_day,
  toString(paid.channel) AS channel,
  toString(paid.acquirer) AS acquirer,
  paid.owner AS owner,
  paid.owner_since AS owner_since,
  paid.earlier_owner_from AS earlier_owner_from,
  paid.earlier_owners AS earlier_owners
FROM order_facts AS paid
WHERE paid.campaign_id != ''
UNION ALL
SELECT
  paid.customer_id AS customer_id,
  paid.customer AS customer,
  paid.order_id AS order_id,
  paid.paid_at AS paid_at,
  paid.paid_day AS paid_day,
  paid.amount AS amount,
  paid.countable AS countable,
  paid.void_from AS void_from,
  paid.refund_days AS refund_days,
  paid.refund_amounts AS refund_amounts,
  toString(paid.domain) AS domain,
  toString(paid.product_category) AS product_category,
  arrayLast(touch -> touch.1 <= paid.paid_at AND paid.paid_day <= touch.4, took.touches).3 AS campaign_id,
  toString(paid.employee) AS employee,
  paid.joined_day AS joined_day,
  toString(paid.channel) AS channel,
  toString(paid.acquirer) AS acquirer,
  paid.owner AS owner,
  paid.owner_since AS owner_since,
  paid.earlier_owner_from AS earlier_owner_from,
  paid.earlier_owners AS earlier_owners
FROM order_facts AS paid
INNER JOIN (
  SELECT customer_id, arraySort(groupArray((touched_at, touch_id, campaign_id, until_day))) AS touches
  FROM campaign_touches
  GROUP BY customer_id
) AS took ON took.customer_id = paid.customer_id
WHERE paid.campaign_id = ''
UNION ALL
SELECT
  paid.customer_id AS customer_id,
  paid.customer AS customer,
  paid.order_id AS order_id,
  paid.paid_at AS paid_at,
  paid.paid_day AS paid_day,
  paid.amount AS amount,
  paid.countable AS countable,
  paid.void_from AS void_from,
  paid.refund_days AS refund_days,
  paid.refund_amounts AS refund_amounts,
  toString(paid.domain) AS domain,
  toString(paid.product_category) AS product_category,
  '' AS campaign_id,
  toString(paid.employee) AS employee,
  paid.joined_day AS joined_day,
  toString(paid.channel) AS channel,
  toString(paid.acquirer) AS acquirer,
  paid.owner AS owner,
  paid.owner_since AS owner_since,
  paid.earlier_owner_from AS earlier_owner_from,
  paid.earlier_owners AS earlier_owners
FROM order_facts AS paid
WHERE paid.campaign_id = '' AND paid.customer_id NOT IN (SELECT customer_id FROM campaign_touches);

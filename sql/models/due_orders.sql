-- The orders of due customers that count as paid: orders with one parent are one order (amounts and
-- refunds add up, the earliest pay time counts), closed and test orders are left out.
-- void_from: the day from which on the refunds reach the amount; 2149-06-06 when they never do.
CREATE OR REPLACE TABLE due_orders ENGINE = MergeTree ORDER BY customer_key AS
WITH
  parts AS (
    SELECT
      customer_key,
      customer,
      order_id,
      if(parent_order_id = '', order_id, parent_order_id) AS whole_order_id,
      paid_at,
      paid_day,
      -- the place in time; a text is compared several times as fast as a pair
      concat(toString(paid_at), order_id) AS place,
      amount,
      toString(employee_id) AS employee_id,
      toString(channel) AS channel,
      toString(domain) AS domain,
      toString(product_category) AS product_category,
      toString(campaign_id) AS campaign_id,
      toString(group_id) AS group_id
    FROM orders FINAL
    PREWHERE customer_key IN (SELECT customer_key FROM due_customers)
    WHERE status = 'paid' AND NOT is_test
  ),
  given_back AS (
    SELECT
      order_id,
      groupArray((refunded_day, refund_id, amount, toString(type))) AS refunds
    FROM refunds FINAL
    WHERE order_id IN (SELECT order_id FROM parts)
    GROUP BY order_id
  ),
  wholes AS (
    SELECT
      parts.customer_key AS customer_key,
      parts.whole_order_id AS order_id,
      any(parts.customer) AS customer,
      min(parts.paid_at) AS paid_at,
      min(parts.paid_day) AS paid_day,
      sum(parts.amount)::Decimal(18, 2) AS amount,
      argMinIf(parts.employee_id, parts.place, parts.employee_id != '') AS given_employee,
      argMinIf(parts.channel, parts.place, parts.channel != '') AS given_channel,
      argMin(parts.domain, parts.place) AS domain,
      argMin(parts.product_category, parts.place) AS product_category,
      argMin(parts.campaign_id, parts.place) AS campaign_id,
      argMin(parts.group_id, parts.place) AS group_id,
      arraySort(groupArrayArray(given_back.refunds)) AS refunds
    FROM parts
    LEFT JOIN given_back ON given_back.order_id = parts.order_id
    GROUP BY customer_key, order_id
  )
SELECT
  customer_key,
  order_id,
  customer,
  paid_at,
  paid_day,
  amount,
  given_employee,
  given_channel,
  arrayMap(r -> r.1, refunds) AS refund_days,
  domain,
  product_category,
  campaign_id,
  group_id,
  arrayMap(r -> r.3, refunds) AS refund_amounts,
  arrayMap(r -> r.4, refunds) AS refund_types,
  arrayFirstIndex(total -> total >= amount, arrayCumSum(refund_amounts)) AS voiding_refund,
  if(voiding_refund = 0, toDate('2149-06-06'), refund_days[voiding_refund]) AS void_from
FROM wholes;

/* ---
grain: order
source: order_facts
channel: channel
dimensions:
  domain: if(domain = '', 'unknown', domain)
  product_category: if(product_category = '', 'unknown', product_category)
  # whether anything the customer bought on an earlier day stands, as known on the day one asks from
  new_or_returning: "if(earlier_void_from >= {asOf:Date}, 'returning', 'new')"
  campaign: if(campaign_id = '', 'none', campaign_id)
  hour: leftPad(toString(paid_hour), 2, '0')
  weekday: toString(toDayOfWeek(paid_day))
  conversion_channel: if(last_channel_within <= 7, last_channel, 'unknown')
  conversion_channel_1d: if(last_channel_within <= 1, last_channel, 'unknown')
  conversion_channel_14d: if(last_channel_within <= 14, last_channel, 'unknown')
  conversion_channel_30d: last_channel
  first_touch_channel: first_channel
owners:
  acquirer: acquirer
  now: owner_now
  at_event: employee
columns:
  # a valid order, as known on the day one asks from
  is_valid: countable AND void_from >= {asOf:Date}
  # one of an earlier day, too
  is_repeated: is_valid AND earlier_void_from >= {asOf:Date}
  refunded: "arraySum((day, amount) -> if(day < {asOf:Date}, amount, 0), refund_days, refund_amounts)"
as_customers: [owner_now]
# whose an order is, and its channel, the last event before it tells where it names neither
credited_by: { events: [employee, conversion_channel, conversion_channel_1d, conversion_channel_14d, conversion_channel_30d, first_touch_channel] }
--- */
-- One row per paid order, with whose it is: the employee named on it, else the employee of the customer's
-- last event within the seven days before, else the owner at the moment of payment. Its channel is the one named on it, else
-- the last, or the first, that an event before it names. A group prompted it when it names none itself and the customer
-- was sent something within 48 hours before, in a group she was in on that day. Where it names no campaign, it names those it
-- may belong to, see campaign_orders. Needs customer_facts of the same customers first. Orders of due customers that are no
-- longer there are marked deleted: fresh ones one by one, settled ones by a row without an order, since one fresh row of a
-- customer hides all her settled ones.
INSERT INTO order_facts_fresh SETTINGS optimize_on_insert = 0
WITH
  touches AS (
    SELECT customer_key, occurred_at, argMax(toString(employee_id), event_id) AS employee
    FROM due_events
    WHERE employee_id != ''
    GROUP BY customer_key, occurred_at
  ),
  heard AS (
    SELECT customer_key, occurred_at, argMax(toString(channel), event_id) AS last_channel, argMin(toString(channel), event_id) AS first_channel
    FROM due_events
    WHERE channel != ''
    GROUP BY customer_key, occurred_at
  ),
  pushed AS (
    SELECT customer_key, groupArray((occurred_at, toString(group_id))) AS pushes
    FROM due_events
    WHERE type = 'group_pushed' AND group_id != ''
    GROUP BY customer_key
  ),
  took_part AS (
    SELECT customer_key, arraySort(groupArray((occurred_at, event_id, toString(campaign_id), day))) AS touches
    FROM due_events
    WHERE type = 'campaign_participated' AND campaign_id != ''
    GROUP BY customer_key
  ),
  credited AS (
    SELECT
      paid.customer_key AS customer_key,
      paid.order_id AS order_id,
      paid.customer AS customer,
      paid.paid_at AS paid_at,
      paid.paid_day AS paid_day,
      paid.amount AS amount,
      paid.void_from AS void_from,
      paid.refund_days AS refund_days,
      paid.refund_amounts AS refund_amounts,
      paid.refund_types AS refund_types,
      paid.domain AS domain,
      paid.product_category AS product_category,
      paid.campaign_id AS campaign_id,
      paid.group_id AS group_id,
      paid.given_employee AS given_employee,
      paid.given_channel AS given_channel,
      multiIf(
        heard.last_channel = '' OR heard.occurred_at < paid.paid_at - INTERVAL 30 DAY, 255,
        heard.occurred_at < paid.paid_at - INTERVAL 14 DAY, 30,
        heard.occurred_at < paid.paid_at - INTERVAL 7 DAY, 14,
        heard.occurred_at < paid.paid_at - INTERVAL 1 DAY, 7,
        1) AS heard_within,
      if(heard_within < 255, heard.last_channel, 'unknown') AS heard_last,
      if(first_heard.first_channel != '' AND first_heard.occurred_at <= paid.paid_at, first_heard.first_channel, 'unknown') AS heard_first,
      pushed.pushes AS pushes,
      if(paid.campaign_id = '', arrayFilter(touch -> touch.1 <= paid.paid_at AND paid.paid_day <= touch.4 + 7, took_part.touches), []).3 AS touch_campaigns,
      touches.employee AS touch_employee,
      touches.occurred_at AS touched_at
    FROM due_orders AS paid
    ASOF LEFT JOIN touches ON touches.customer_key = paid.customer_key AND touches.occurred_at <= paid.paid_at
    ASOF LEFT JOIN heard ON heard.customer_key = paid.customer_key AND heard.occurred_at <= paid.paid_at
    ASOF LEFT JOIN heard AS first_heard ON first_heard.customer_key = paid.customer_key AND first_heard.occurred_at >= paid.paid_at - INTERVAL 7 DAY
    LEFT JOIN pushed ON pushed.customer_key = paid.customer_key
    LEFT JOIN took_part ON took_part.customer_key = paid.customer_key
  ),
  fresh AS (
    SELECT
      credited.customer_key AS customer_id,
      credited.order_id AS order_id,
      credited.customer AS customer,
      credited.paid_at AS paid_at,
      credited.paid_day AS paid_day,
      toHour(credited.paid_at, {zone:String}) AS paid_hour,
      credited.amount AS amount,
      credited.amount > 0 AND NOT person.is_staff AS countable,
      credited.void_from AS void_from,
      arrayMax(arrayPushBack(arrayMap((day, until) -> if(day < credited.paid_day, until, toDate(0)), person.purchase_days, person.purchase_void_from), toDate(0))) AS earlier_void_from,
      credited.refund_days AS refund_days,
      credited.refund_amounts AS refund_amounts,
      credited.refund_types AS refund_types,
      credited.domain AS domain,
      credited.product_category AS product_category,
      credited.campaign_id AS campaign_id,
      credited.group_id AS group_id,
      if(credited.given_channel != '', credited.given_channel, credited.heard_last) AS last_channel,
      if(credited.given_channel != '' OR credited.heard_within = 255, 0, credited.heard_within) AS last_channel_within,
      if(credited.given_channel != '', credited.given_channel, credited.heard_first) AS first_channel,
      credited.group_id = '' AND arrayExists(
        push -> push.1 <= credited.paid_at AND push.1 >= credited.paid_at - INTERVAL 48 HOUR
          AND arrayExists((id, from_day, to_day) -> id = push.2 AND from_day <= credited.paid_day AND credited.paid_day <= to_day, person.group_ids, person.group_from, person.group_to),
        credited.pushes) AS is_prompted,
      credited.touch_campaigns AS touch_campaigns,
      credited.campaign_id != '' OR notEmpty(touch_campaigns) AS in_campaign,
      arrayReverse(arraySort(r -> (r.started_at, -arrayFirstIndex(x -> x = r, ties.relations)), arrayFilter(r -> r.transferred, ties.relations))) AS takeovers,
      multiIf(
        credited.given_employee != '', credited.given_employee,
        credited.touch_employee != '' AND credited.touched_at >= credited.paid_at - INTERVAL 7 DAY, credited.touch_employee,
        arrayExists(o -> o.valid_from <= credited.paid_at AND credited.paid_at < o.valid_to, ties.ownerships),
          arrayFirst(o -> o.valid_from <= credited.paid_at AND credited.paid_at < o.valid_to, ties.ownerships).employee,
        arrayExists(r -> r.started_at <= credited.paid_at AND credited.paid_at < r.ended_at, takeovers),
          arrayFirst(r -> r.started_at <= credited.paid_at AND credited.paid_at < r.ended_at, takeovers).employee,
        arrayFirst(r -> r.started_at <= credited.paid_at AND credited.paid_at < r.ended_at, ties.relations).employee) AS credited_to,
      person.joined_day AS joined_day,
      person.referrer_id != 0 AS is_referred,
      person.channel AS channel,
      person.acquirer AS acquirer,
      person.owner AS owner,
      person.owner_since AS owner_since,
      person.earlier_owner_from AS earlier_owner_from,
      person.earlier_owners AS earlier_owners
    FROM credited
    LEFT JOIN due_relations AS ties ON ties.customer_key = credited.customer_key
    LEFT JOIN (
      -- just written there, of due customers all
      SELECT * FROM customer_facts_fresh FINAL
      PREWHERE customer_id IN (SELECT customer_key FROM due_customers)
    ) AS person ON person.customer_id = credited.customer_key
  )
SELECT
  customer_id, order_id, customer, paid_at, paid_day, paid_hour, amount, countable, void_from, earlier_void_from, refund_days, refund_amounts,
  refund_types, domain, product_category, campaign_id, group_id, last_channel, last_channel_within, first_channel, is_prompted, touch_campaigns, in_campaign,
  if(credited_to = '', 'unattributed', credited_to) AS employee,
  joined_day, is_referred, channel, acquirer, owner, owner_since, earlier_owner_from, earlier_owners,
  {version:UInt64} AS version,
  toUInt8(0) AS is_deleted
FROM fresh
UNION ALL
SELECT * REPLACE ({version:UInt64} AS version, toUInt8(1) AS is_deleted)
FROM order_facts_fresh FINAL
PREWHERE customer_id IN (SELECT customer_key FROM due_customers)
WHERE (customer_id, order_id) NOT IN (SELECT customer_key, order_id FROM due_orders)
UNION ALL
SELECT
  customer_key, '', '', toDateTime64(0, 3, 'UTC'), toDate(0), 0, 0, false, toDate(0), toDate(0), [], [], [], '', '', '', '', '', 0, '', false, [], false, '', NULL, false, '', '', '', toDate(0), [], [],
  {version:UInt64}, toUInt8(1)
FROM due_customers
WHERE {batch:UInt64} > 0;

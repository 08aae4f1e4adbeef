-- Every customer of every campaign, of the customers whose facts are fresh: when she first took part in it (by an event that
-- says so, or an order that names it), with whom, on which days she placed orders that name it, and those of orders that name
-- no campaign and fall to this one once those after it, in which she took part later, are over. Such an order begins nothing.
-- The place in time is a text: the engine compares texts several times as fast as pairs.
CREATE OR REPLACE VIEW campaign_participations_fresh AS
SELECT
  customer_id,
  customer,
  campaign_id,
  touched_day,
  employee,
  arrayMap(bill -> bill.1, named_orders) AS named_days,
  arrayMap(bill -> bill.2, named_orders) AS named_void_from,
  arrayMap(bill -> bill.1, offered_orders) AS offered_days,
  arrayMap(bill -> bill.2, offered_orders) AS offered_void_from,
  arrayMap(bill -> bill.3, offered_orders) AS offered_unless,
  joined_day,
  channel,
  acquirer,
  owner,
  owner_since,
  earlier_owner_from,
  earlier_owners
FROM (
  SELECT
    customer_id,
    any(customer) AS customer,
    campaign_id,
    argMin(day, place) AS touched_day,
    argMin(employee, place) AS employee,
    arraySort(groupArrayArray(named)) AS named_orders,
    arraySort(groupArrayArray(offered)) AS offered_orders,
    any(joined_day) AS joined_day,
    any(channel) AS channel,
    any(acquirer) AS acquirer,
    any(owner) AS owner,
    any(owner_since) AS owner_since,
    any(earlier_owner_from) AS earlier_owner_from,
    any(earlier_owners) AS earlier_owners
  FROM (
    SELECT
      customer_id, customer, toString(campaign_id) AS campaign_id, concat(toString(occurred_at), event_id) AS place, day, employee,
      []::Array(Tuple(Date, Date)) AS named, []::Array(Tuple(Date, Date, Array(String))) AS offered,
      joined_day, channel, acquirer, owner, owner_since, earlier_owner_from, earlier_owners
    FROM event_facts
    WHERE type = 'campaign_participated' AND campaign_id != '' AND customer_id IN (SELECT customer_id FROM customer_facts_fresh)
    UNION ALL
    SELECT
      customer_id, customer, toString(campaign_id), concat(toString(paid_at), order_id), paid_day, employee, [(paid_day, void_from)], [],
      joined_day, channel, acquirer, owner, owner_since, earlier_owner_from, earlier_owners
    FROM order_facts
    WHERE in_campaign AND countable AND campaign_id != '' AND customer_id IN (SELECT customer_id FROM customer_facts_fresh)
    UNION ALL
    SELECT
      customer_id, customer, choice.1, '~', paid_day, employee, [], [(paid_day, void_from, choice.2)],
      joined_day, channel, acquirer, owner, owner_since, earlier_owner_from, earlier_owners
    FROM (
      SELECT
        *,
        -- each campaign once, where it stands last, with those after it
        arrayJoin(arrayFilter(
          choice -> NOT has(choice.2, choice.1),
          arrayMap((campaign, place) -> (toString(campaign), arrayMap(later -> toString(later), arraySlice(touch_campaigns, place + 1))), touch_campaigns, arrayEnumerate(touch_campaigns)))) AS choice
      FROM order_facts
      WHERE in_campaign AND countable AND campaign_id = '' AND customer_id IN (SELECT customer_id FROM customer_facts_fresh)
    )
  )
  GROUP BY customer_id, campaign_id
);

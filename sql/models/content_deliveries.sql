/* ---
grain: delivery
source: content_deliveries
channel: channel
dimensions:
  content: if(content_id = '', 'unknown', content_id)
  touchpoint: if(touchpoint = '', 'unknown', touchpoint)
  campaign: if(campaign_id = '', 'none', campaign_id)
  hour: leftPad(toString(happened_hour), 2, '0')
  weekday: toString(toDayOfWeek(delivered_day))
owners:
  acquirer: acquirer
  now: owner_now
  at_event: employee
columns:
  # within 72 hours, as known on the day one asks from
  is_viewed: ifNull(viewed_seconds <= 259200 AND viewed_day < {asOf:Date}, false)
  is_shared: ifNull(shared_seconds <= 259200 AND shared_day < {asOf:Date}, false)
as_customers: [owner_now]
--- */
-- Every content sent to a customer, with the first view and the first passing on before it was sent again.
CREATE OR REPLACE VIEW content_deliveries AS
SELECT
  customer_id, customer, event_id, happened_day AS delivered_day, happened_hour, content_id, outcome_day AS viewed_day, outcome_seconds AS viewed_seconds,
  shared_day, shared_seconds, touchpoint, campaign_id, employee, joined_day, channel, acquirer, owner, owner_since, earlier_owner_from, earlier_owners
FROM contact_facts
WHERE kind = 'delivery';

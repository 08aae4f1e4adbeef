/* ---
grain: lead
source: leads_and_spend
customers: false  # not all of it belongs to customers, so no segment can hold it
channel: channel
owners:
  acquirer: acquirer
  now: owner_now
  at_event: owner_at_event
as_customers: [owner_now, owner_at_event]
--- */
-- Leads beside what was spent, each row its own. A lead is a customer on the first day she applied to be added, clicked an
-- ad or booked an appointment, whether or not she joined.
CREATE OR REPLACE VIEW leads_and_spend AS
SELECT
  customer_id,
  any(customer) AS customer,
  min(day) AS happened_day,
  toString(any(channel)) AS channel,
  toString(any(acquirer)) AS acquirer,
  toString(any(owner)) AS owner,
  any(owner_since) AS owner_since,
  any(earlier_owner_from) AS earlier_owner_from,
  any(earlier_owners) AS earlier_owners,
  toInt64(1) AS is_lead,
  toDecimal64(0, 2) AS cost
FROM event_facts
WHERE type IN ('friend_applied', 'ad_clicked', 'appointment_booked')
GROUP BY customer_id
UNION ALL
SELECT
  customer_id,
  customer,
  spent_day,
  channel,
  employee,
  employee,
  toDate(0),
  [],
  [],
  toInt64(0),
  cost
FROM spend;

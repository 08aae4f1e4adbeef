-- Events that metrics look at one by one; see sql/migrations/0011_event_facts.sql. Those of due customers that are no
-- longer there, or no longer of their type, are marked deleted.
INSERT INTO event_facts
WITH told AS (
  SELECT type, customer_key, occurred_at, event_id, customer, day, employee_id, campaign_id
  FROM events FINAL
  WHERE (campaign_id != '' OR type IN ('friend_applied', 'ad_clicked', 'appointment_booked', 'store_visited', 'appointment_visited', 'member_enrolled', 'referral_made'))
    AND customer_key IN (SELECT customer_key FROM due_customers(batch = {batch:UInt64}, slices = {slices:UInt64}, slice = {slice:UInt64}))
)
SELECT *, {version:UInt64} AS version, toUInt8(0) AS is_deleted
FROM told
UNION ALL
SELECT * REPLACE ({version:UInt64} AS version, toUInt8(1) AS is_deleted)
FROM event_facts FINAL
WHERE customer_key IN (SELECT customer_key FROM due_customers(batch = {batch:UInt64}, slices = {slices:UInt64}, slice = {slice:UInt64}))
  AND (type, customer_key, occurred_at, event_id) NOT IN (SELECT type, customer_key, occurred_at, event_id FROM told);

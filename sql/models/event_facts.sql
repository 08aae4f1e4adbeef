-- Events that metrics look at one by one; see sql/migrations/0014_settled_contacts.sql. Needs customer_facts of the same
-- customers first. Those of due customers that are no longer there, or no longer of their type, are marked deleted, as
-- orders are, see order_facts.sql; of customers whose facts are continued, a row hides nothing but itself.
INSERT INTO event_facts_fresh SETTINGS optimize_on_insert = 0
WITH told AS (
  SELECT *
  FROM due_events
  WHERE campaign_id != '' OR type IN ('friend_applied', 'ad_clicked', 'appointment_booked', 'store_visited', 'appointment_visited', 'member_enrolled', 'referral_made')
)
SELECT
  told.type AS type,
  told.customer_key AS customer_id,
  told.occurred_at AS occurred_at,
  told.event_id AS event_id,
  sipHash64(told.event_id) AS event_id_hash,
  person.customer AS customer,
  told.day AS day,
  told.employee_id AS employee_id,
  multiIf(
    told.employee_id != '', toString(told.employee_id),
    person.owner_since <= told.day, toString(person.owner),
    empty(person.earlier_owners), 'unattributed',
    toString(person.earlier_owners[arrayLastIndex(from_day -> from_day <= told.day, person.earlier_owner_from)])) AS employee,
  told.campaign_id AS campaign_id,
  person.joined_day AS joined_day,
  person.channel AS channel,
  person.acquirer AS acquirer,
  person.owner AS owner,
  person.owner_since AS owner_since,
  person.earlier_owner_from AS earlier_owner_from,
  person.earlier_owners AS earlier_owners,
  told.customer_key IN (SELECT customer_key FROM due_customers) AS hides_customer,
  {version:UInt64} AS version,
  toUInt8(0) AS is_deleted
FROM told
INNER JOIN (
  -- just written there, of due customers all
  SELECT * FROM customer_facts_fresh FINAL
  PREWHERE customer_id IN (SELECT customer_key FROM due_happenings)
) AS person ON person.customer_id = told.customer_key
UNION ALL
SELECT * REPLACE ({version:UInt64} AS version, toUInt8(1) AS is_deleted)
FROM event_facts_fresh FINAL
PREWHERE customer_id IN (SELECT customer_key FROM due_customers)
WHERE (type, customer_id, occurred_at, event_id) NOT IN (SELECT type, customer_key, occurred_at, event_id FROM told)
UNION ALL
SELECT
  '', customer_key, toDateTime64(0, 3, 'UTC'), '', 0, '', toDate(0), '', '', '', NULL, '', '', '', toDate(0), [], [], true,
  {version:UInt64}, toUInt8(1)
FROM due_customers
WHERE {batch:UInt64} > 0;

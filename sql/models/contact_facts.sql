-- One row per contact that is counted by itself, with what it led to; see sql/migrations/0014_settled_contacts.sql for what each
-- column means and due_contacts.sql for what a contact is. Needs customer_facts of the same customers first.
-- Contacts of due customers that are no longer there are marked deleted, as orders are, see order_facts.sql. Of customers whose
-- facts are continued, a row hides nothing but itself.
INSERT INTO contact_facts_fresh SETTINGS optimize_on_insert = 0
SELECT
  contacts.its_kind AS kind,
  contacts.customer_key AS customer_id,
  contacts.its_event AS event_id,
  person.customer AS customer,
  contacts.its_day AS happened_day,
  toHour(contacts.its_at, {zone:String}) AS happened_hour,
  contacts.its_at AS happened_at,
  contacts.its_thread AS thread,
  contacts.its_id AS contact_id,
  multiIf(
    contacts.its_employee != '', contacts.its_employee,
    person.owner_since <= contacts.its_day, person.owner,
    empty(person.earlier_owners), 'unattributed',
    person.earlier_owners[arrayLastIndex(day -> day <= contacts.its_day, person.earlier_owner_from)]) AS employee,
  contacts.its_touchpoint AS touchpoint,
  contacts.its_campaign AS campaign_id,
  contacts.its_content AS content_id,
  contacts.its_survey AS survey,
  contacts.its_score AS score,
  contacts.its_scale AS scale,
  contacts.its_default AS is_default,
  contacts.its_void AS is_void,
  multiIf(contacts.outcome_type = '', '', contacts.outcome_type = 'appointment_visited', 'visited', 'no_show') AS outcome,
  if(contacts.has_outcome, contacts.outcome_day, NULL) AS outcome_day,
  if(contacts.has_outcome, toUInt32(intDiv(toUnixTimestamp64Milli(contacts.outcome_at) - toUnixTimestamp64Milli(contacts.its_at) + 999, 1000)), NULL) AS outcome_seconds,
  if(contacts.is_shared, contacts.shared_day, NULL) AS shared_day,
  if(contacts.is_shared, toUInt32(intDiv(toUnixTimestamp64Milli(contacts.shared_at) - toUnixTimestamp64Milli(contacts.its_at) + 999, 1000)), NULL) AS shared_seconds,
  person.joined_day AS joined_day,
  person.channel AS channel,
  person.acquirer AS acquirer,
  person.owner AS owner,
  person.owner_since AS owner_since,
  person.earlier_owner_from AS earlier_owner_from,
  person.earlier_owners AS earlier_owners,
  contacts.customer_key IN (SELECT customer_key FROM due_customers) AS hides_customer,
  {version:UInt64} AS version,
  toUInt8(0) AS is_deleted
FROM due_contacts AS contacts
INNER JOIN (
  -- just written there, of due customers all
  SELECT * FROM customer_facts_fresh FINAL
  PREWHERE customer_id IN (SELECT customer_key FROM due_contacts)
) AS person ON person.customer_id = contacts.customer_key
UNION ALL
SELECT * REPLACE ({version:UInt64} AS version, toUInt8(1) AS is_deleted)
FROM contact_facts_fresh FINAL
PREWHERE customer_id IN (SELECT customer_key FROM due_customers)
WHERE (kind, customer_id, event_id) NOT IN (SELECT its_kind, customer_key, its_event FROM due_contacts)
UNION ALL
SELECT
  '', customer_key, '', '', toDate(0), 0, toDateTime64(0, 3, 'UTC'), 0, 0, '', '', '', '', '', NULL, NULL, false, false, '', NULL, NULL, NULL, NULL, NULL, '', '', '', toDate(0), [], [],
  true,
  {version:UInt64}, toUInt8(1)
FROM due_customers
WHERE {batch:UInt64} > 0;

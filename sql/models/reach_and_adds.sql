/* ---
grain: reach
source: reach_and_adds
customers: false  # not all of it belongs to customers, so no segment can hold it
channel: channel
owners:
  acquirer: acquirer
  now: owner_now
  at_event: owner_at_event
as_customers: [owner_now, owner_at_event]
--- */
-- Customers on the day they joined, staff left out, beside how many a channel reached, each row its own, with the base that the channel
-- counts its reach in. A channel's customers stand here from the first day on for which its reach was told: before, there is
-- nothing to divide them by.
CREATE OR REPLACE VIEW reach_and_adds AS
WITH
  told AS (
    SELECT channel, min(day) AS first_day
    FROM reach FINAL
    GROUP BY channel
  ),
  bases AS (
    SELECT known.channel AS channel, known.reach_base AS base, told.first_day AS first_day
    FROM (SELECT toString(channel) AS channel, toString(reach_base) AS reach_base FROM channels FINAL WHERE reach_base != '') AS known
    INNER JOIN told ON told.channel = known.channel
  )
SELECT
  person.customer_id AS customer_id,
  person.customer AS customer,
  person.day AS happened_day,
  person.channel AS channel,
  person.acquirer AS acquirer,
  person.owner AS owner,
  person.owner_since AS owner_since,
  person.earlier_owner_from AS earlier_owner_from,
  person.earlier_owners AS earlier_owners,
  bases.base AS base,
  toInt64(1) AS joined,
  toInt64(0) AS reached
FROM (
  SELECT customer_id, customer, assumeNotNull(joined_day) AS day, toString(channel) AS channel, toString(acquirer) AS acquirer, toString(owner) AS owner, owner_since, earlier_owner_from, earlier_owners
  FROM customer_facts
  WHERE joined_day IS NOT NULL AND NOT is_staff
) AS person
INNER JOIN bases ON bases.channel = person.channel
WHERE person.day >= bases.first_day
UNION ALL
SELECT
  toUInt64(0),
  '',
  told_reach.day,
  told_reach.channel,
  'unattributed',
  'unattributed',
  toDate(0),
  [],
  [],
  bases.base,
  toInt64(0),
  toInt64(told_reach.reached)
FROM (SELECT day, toString(channel) AS channel, reached FROM reach FINAL) AS told_reach
INNER JOIN bases ON bases.channel = told_reach.channel;

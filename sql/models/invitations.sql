/* ---
grain: invitation
source: invitations
channel: channel
owners:
  acquirer: acquirer
  now: owner_ids[arrayLastIndex(day -> day <= {completeThrough:Date}, owner_from)]
  at_event: if(employee = '', owner_ids[arrayLastIndex(day -> day <= invited_day, owner_from)], employee)
--- */
-- Every customer and day on which she invited others, until she did so the next time, and the days on which those she
-- brought joined, staff left out. Nobody brings himself, his own referrer, or somebody who joined before him.
CREATE OR REPLACE VIEW invitations AS
WITH
  people AS (
    SELECT customer, referrer, joined_day, is_staff
    FROM customer_facts
    WHERE joined_day IS NOT NULL
  ),
  brought AS (
    SELECT came.referrer AS referrer, groupArray(assumeNotNull(came.joined_day)) AS days
    FROM (SELECT customer, referrer, joined_day FROM people WHERE referrer != '' AND referrer != customer AND NOT is_staff) AS came
    LEFT ANY JOIN (SELECT customer, referrer, joined_day FROM people) AS host ON host.customer = came.referrer
    WHERE host.customer = '' OR (host.referrer != came.customer AND host.joined_day <= came.joined_day)
    GROUP BY referrer
  )
SELECT
  invited.customer_key AS customer_id,
  invited.customer AS customer,
  invited.turn.1 AS invited_day,
  invited.turn.2 AS employee,
  invited.turn.3 AS next_day,
  brought.days AS brought_days,
  person.joined_day AS joined_day,
  if(person.channel = '', 'unknown', toString(person.channel)) AS channel,
  if(person.acquirer = '', 'unattributed', toString(person.acquirer)) AS acquirer,
  if(empty(person.owner_from), [toDate(0)], person.owner_from) AS owner_from,
  if(empty(person.owner_ids), CAST(['unattributed'], 'Array(LowCardinality(String))'), person.owner_ids) AS owner_ids
FROM (
  SELECT
    customer_key,
    customer,
    arrayJoin(arrayMap(
      (turn, number) -> (turn.1, turn.2, if(number < length(turns), turns[number + 1].1, toDate('2149-06-06'))),
      turns, arrayEnumerate(turns))) AS turn
  FROM (
    SELECT customer_key, any(customer) AS customer, arraySort(groupArray((day, employee))) AS turns
    FROM (
      SELECT customer_key, any(customer) AS customer, day, argMin(toString(employee_id), (occurred_at, event_id)) AS employee
      FROM event_facts FINAL
      WHERE type = 'referral_made'
      GROUP BY customer_key, day
    )
    GROUP BY customer_key
  )
) AS invited
LEFT ANY JOIN brought ON brought.referrer = invited.customer
LEFT ANY JOIN (SELECT * FROM customer_facts) AS person ON person.customer_id = invited.customer_key;

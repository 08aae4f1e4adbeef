/* ---
grain: invitation
source: invitations
channel: channel
owners:
  acquirer: acquirer
  now: owner_now
  at_event: employee
as_customers: [owner_now]
--- */
-- Every customer and day on which she invited others, until she did so the next time, and the days on which those she
-- brought joined.
CREATE OR REPLACE VIEW invitations AS
SELECT
  invited.customer_id AS customer_id,
  invited.customer AS customer,
  invited.turn.1 AS invited_day,
  invited.turn.2 AS employee,
  invited.turn.3 AS next_day,
  host.brought_days AS brought_days,
  invited.joined_day AS joined_day,
  toString(invited.channel) AS channel,
  toString(invited.acquirer) AS acquirer,
  toString(invited.owner) AS owner,
  invited.owner_since AS owner_since,
  invited.earlier_owner_from AS earlier_owner_from,
  invited.earlier_owners AS earlier_owners
FROM (
  SELECT
    * EXCEPT turns,
    arrayJoin(arrayMap((turn, next) -> (turn.1, turn.3, next), turns, arrayPushBack(arrayPopFront(turns.1), toDate('2149-06-06')))) AS turn
  FROM (
    SELECT
      customer_id,
      any(customer) AS customer,
      any(joined_day) AS joined_day,
      any(channel) AS channel,
      any(acquirer) AS acquirer,
      any(owner) AS owner,
      any(owner_since) AS owner_since,
      any(earlier_owner_from) AS earlier_owner_from,
      any(earlier_owners) AS earlier_owners,
      arraySort(groupArray((day, (occurred_at, event_id), toString(employee)))) AS told,
      -- the first of each day
      arrayFilter((turn, before) -> turn.1 != before, told, arrayPopBack(arrayPushFront(told.1, toDate(0)))) AS turns
    FROM event_facts
    WHERE type = 'referral_made'
    GROUP BY customer_id
  )
) AS invited
LEFT ANY JOIN (
  SELECT customer_id, brought_days FROM referrers
  WHERE customer_id IN (SELECT customer_id FROM event_facts WHERE type = 'referral_made') AND notEmpty(brought_days)
) AS host ON host.customer_id = invited.customer_id;

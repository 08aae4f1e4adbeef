-- Every customer and day on which she invited others, until she did so the next time (2149-06-06: never), of the customers
-- whose facts are fresh, with who brought her.
CREATE OR REPLACE VIEW invitations_fresh AS
SELECT
  invited.customer_id AS customer_id,
  invited.customer AS customer,
  invited.turn.1 AS invited_day,
  invited.turn.2 AS employee,
  invited.turn.3 AS next_day,
  person.referrer_id AS brought_by,
  invited.joined_day AS joined_day,
  invited.channel AS channel,
  invited.acquirer AS acquirer,
  invited.owner AS owner,
  invited.owner_since AS owner_since,
  invited.earlier_owner_from AS earlier_owner_from,
  invited.earlier_owners AS earlier_owners
FROM (
  SELECT
    * EXCEPT (told, turns),
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
    WHERE type = 'referral_made' AND customer_id IN (SELECT customer_id FROM customer_facts_fresh)
    GROUP BY customer_id
  )
) AS invited
LEFT ANY JOIN (SELECT customer_id, referrer_id FROM customer_facts_fresh FINAL) AS person ON person.customer_id = invited.customer_id;

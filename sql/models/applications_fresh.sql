-- Every customer and day on which somebody applied to be her friend, and the days on which anybody became it otherwise than
-- by a transfer; of the customers whose facts are fresh.
CREATE OR REPLACE VIEW applications_fresh AS
SELECT
  applied.customer_id AS customer_id,
  applied.customer AS customer,
  applied.day AS applied_day,
  applied.employee AS employee,
  arrayFilter((day, transferred) -> NOT transferred, tied.relation_from, tied.relation_transferred) AS added_days,
  applied.joined_day AS joined_day,
  applied.channel AS channel,
  applied.acquirer AS acquirer,
  applied.owner AS owner,
  applied.owner_since AS owner_since,
  applied.earlier_owner_from AS earlier_owner_from,
  applied.earlier_owners AS earlier_owners
FROM (
  SELECT * FROM event_facts
  WHERE type = 'friend_applied' AND customer_id IN (SELECT customer_id FROM customer_facts_fresh)
  ORDER BY occurred_at, event_id
  LIMIT 1 BY customer_id, day
) AS applied
LEFT ANY JOIN (SELECT customer_id, relation_from, relation_transferred FROM customer_facts_fresh FINAL) AS tied ON tied.customer_id = applied.customer_id;

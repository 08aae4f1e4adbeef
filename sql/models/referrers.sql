/* ---
grain: customer
source: referrers
channel: channel
owners:
  acquirer: acquirer
  now: owner_now
  at_event: owner_at_event
as_customers: [owner_now, owner_at_event]
--- */
-- Customers with the days on which those they brought joined. Nobody brings his own referrer, or somebody who joined before him.
CREATE OR REPLACE VIEW referrers AS
SELECT
  person.customer_id AS customer_id,
  person.customer AS customer,
  person.joined_day AS joined_day,
  person.is_staff AS is_staff,
  person.channel AS channel,
  person.acquirer AS acquirer,
  person.owner AS owner,
  person.owner_since AS owner_since,
  person.earlier_owner_from AS earlier_owner_from,
  person.earlier_owners AS earlier_owners,
  arrayFilter(
    (day, who) -> person.joined_day IS NULL OR (who != person.referrer_id AND day >= assumeNotNull(person.joined_day)),
    came.days, came.who) AS brought_days
FROM customer_facts AS person
LEFT ANY JOIN brought AS came ON came.referrer_id = person.customer_id;

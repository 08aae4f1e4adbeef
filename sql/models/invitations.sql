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
-- brought joined, as in referrers.sql.
CREATE OR REPLACE VIEW invitations AS
SELECT
  invited.customer_id AS customer_id,
  invited.customer AS customer,
  invited.invited_day AS invited_day,
  invited.employee AS employee,
  invited.next_day AS next_day,
  arrayFilter(
    (day, who) -> invited.joined_day IS NULL OR (who != invited.brought_by AND day >= assumeNotNull(invited.joined_day)),
    came.days, came.who) AS brought_days,
  invited.joined_day AS joined_day,
  invited.channel AS channel,
  invited.acquirer AS acquirer,
  invited.owner AS owner,
  invited.owner_since AS owner_since,
  invited.earlier_owner_from AS earlier_owner_from,
  invited.earlier_owners AS earlier_owners
FROM invitations_now AS invited
LEFT ANY JOIN (
  SELECT referrer_id, who, days FROM brought
  WHERE referrer_id IN (SELECT customer_id FROM invitations_now)
) AS came ON came.referrer_id = invited.customer_id;

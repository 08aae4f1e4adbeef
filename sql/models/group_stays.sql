/* ---
grain: stay
source: group_stays
channel: channel
owners:
  acquirer: acquirer
  now: owner_now
  at_event: host
dimensions:
  group: group_id
  group_type: if(group_type = '', 'unknown', group_type)
as_customers: [owner_now]
counted_by: [from_day, to_day]
--- */
-- Every stay of a customer in a group, with the group's type and owner as told last; of those that go on, to_day is 2149-06-06.
CREATE OR REPLACE VIEW group_stays AS
SELECT
  stays.customer_id AS customer_id,
  stays.customer AS customer,
  stays.joined_day AS joined_day,
  stays.channel AS channel,
  stays.acquirer AS acquirer,
  stays.owner AS owner,
  stays.owner_since AS owner_since,
  stays.earlier_owner_from AS earlier_owner_from,
  stays.earlier_owners AS earlier_owners,
  stays.group_id AS group_id,
  stays.from_day AS from_day,
  stays.to_day AS to_day,
  stays.talk_days AS talk_days,
  toString(known.type) AS group_type,
  if(known.owner_employee_id = '', 'unattributed', toString(known.owner_employee_id)) AS host
FROM group_stays_now AS stays
LEFT ANY JOIN (SELECT group_id, type, owner_employee_id FROM groups FINAL) AS known ON known.group_id = stays.group_id;

-- Every stay in a group of the customers whose facts are fresh; see relation_facts_fresh.sql.
CREATE OR REPLACE VIEW group_stays_fresh AS
SELECT
  customer_id,
  customer,
  joined_day,
  channel,
  acquirer,
  owner,
  owner_since,
  earlier_owner_from,
  earlier_owners,
  stay.1 AS group_id,
  stay.2 AS from_day,
  stay.3 AS to_day,
  stay.4 AS talk_days
FROM (
  SELECT
    customer_id,
    customer,
    joined_day,
    channel,
    acquirer,
    owner,
    owner_since,
    earlier_owner_from,
    earlier_owners,
    arrayJoin(arrayZip(group_ids, group_from, group_to, group_talk_days)) AS stay
  FROM customer_facts_fresh FINAL
);

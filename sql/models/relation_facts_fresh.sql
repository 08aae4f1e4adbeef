-- Every friendship of the customers whose facts are fresh; see sql/migrations/0015_unfolded_facts.sql.
-- TRICKY: not an ARRAY JOIN, which the engine mixes up with the one over periods that a question adds.
CREATE OR REPLACE VIEW relation_facts_fresh AS
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
  relation.1 AS employee,
  relation.2 AS from_day,
  relation.3 AS to_day,
  relation.4 AS end_reason,
  relation.5 AS is_transfer
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
    arrayJoin(arrayZip(relation_employees, relation_from, relation_to, relation_ends, relation_transferred)) AS relation
  FROM customer_facts_fresh FINAL
);

-- The facts as they are now: of customers that loads have touched since, the fresh rows; of all others, the settled ones.
-- Owners and stays in the pool stand in it as whole histories too, for who asks for them seldom: owner_ids[i] owns the customer
-- at the end of every day from owner_from[i] until the next; the first entry is always 1970-01-01, 'unattributed'.
CREATE OR REPLACE VIEW customer_facts AS
SELECT
  *,
  multiIf(
    owner_since = toDate(0), [toDate(0)],
    empty(earlier_owners), [toDate(0), owner_since],
    arrayPushBack(earlier_owner_from, owner_since)) AS owner_from,
  multiIf(
    owner_since = toDate(0), [owner],
    empty(earlier_owners), ['unattributed', owner]::Array(LowCardinality(String)),
    arrayPushBack(earlier_owners, owner)) AS owner_ids,
  if(pool_since = toDate('2149-06-06'), [], arrayPushBack(earlier_pool_since, pool_since)) AS pool_from,
  if(pool_since = toDate('2149-06-06'), [], arrayPushBack(earlier_pool_until, pool_until)) AS pool_to
FROM (
  SELECT * FROM customer_facts_settled WHERE customer_id NOT IN (SELECT customer_id FROM customer_facts_fresh)
  UNION ALL
  SELECT * FROM customer_facts_fresh FINAL
)

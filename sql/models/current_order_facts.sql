-- The facts as they are now: of customers that loads have touched since, the fresh rows; of all others, the settled ones.
-- The owners stand in it as a whole history too, for who asks for them seldom: owner_ids[i] owns the customer
-- at the end of every day from owner_from[i] until the next; the first entry is always 1970-01-01, 'unattributed'.
CREATE OR REPLACE VIEW order_facts AS
SELECT
  *,
  multiIf(
    owner_since = toDate(0), [toDate(0)],
    empty(earlier_owners), [toDate(0), owner_since],
    arrayPushBack(earlier_owner_from, owner_since)) AS owner_from,
  multiIf(
    owner_since = toDate(0), [owner],
    empty(earlier_owners), ['unattributed', owner]::Array(LowCardinality(String)),
    arrayPushBack(earlier_owners, owner)) AS owner_ids
FROM (
  SELECT * FROM order_facts_settled WHERE customer_id NOT IN (SELECT customer_id FROM order_facts_fresh)
  UNION ALL
  SELECT * FROM order_facts_fresh FINAL
)

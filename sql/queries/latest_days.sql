-- The latest day of columns that 'before' names in sql/models: what lies before the day one asks from in all rows need not be
-- asked of each. Rows that are out of date count as well; they can only make it later.
SELECT max(owner_since) AS owner_since, max(bought_last) AS bought_last
FROM (
  SELECT owner_since, bought_last FROM customer_facts_settled
  UNION ALL
  SELECT owner_since, bought_last FROM customer_facts_fresh
)

-- The latest day of columns that 'before' names in sql/models: what lies before the day one asks from in all rows need not be
-- asked of each. Rows that are out of date count as well; they can only make it later.
SELECT max(owner_since) AS owner_since, max(purchases_since) AS purchases_since
FROM (
  SELECT owner_since, purchases_since FROM customer_facts_settled
  UNION ALL
  SELECT owner_since, purchases_since FROM customer_facts_fresh
)

-- The facts as they are now: of customers that loads have touched since, the fresh rows; of all others, the settled ones.
-- No column is made here: a question would pay for planning each, whether or not it asks for it.
CREATE OR REPLACE VIEW customer_facts AS
SELECT * FROM customer_facts_settled WHERE NOT EXISTS (SELECT 1 FROM customer_facts_fresh) OR customer_id NOT IN (SELECT customer_id FROM customer_facts_fresh)
UNION ALL
SELECT * FROM customer_facts_fresh FINAL

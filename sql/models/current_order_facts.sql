-- The facts as they are now: of customers that loads have touched since, the fresh rows; of all others, the settled ones.
CREATE OR REPLACE VIEW order_facts AS
SELECT * FROM order_facts_settled WHERE NOT EXISTS (SELECT 1 FROM order_facts_fresh) OR customer_id NOT IN (SELECT customer_id FROM order_facts_fresh)
UNION ALL
SELECT * FROM order_facts_fresh FINAL

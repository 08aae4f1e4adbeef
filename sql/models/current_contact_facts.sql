-- The contacts as they are now; see current_customer_facts.sql.
CREATE OR REPLACE VIEW contact_facts AS
SELECT * FROM contact_facts_settled WHERE NOT EXISTS (SELECT 1 FROM contact_facts_fresh) OR customer_id NOT IN (SELECT customer_id FROM contact_facts_fresh)
UNION ALL
SELECT * FROM contact_facts_fresh FINAL

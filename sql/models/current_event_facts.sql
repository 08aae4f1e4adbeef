-- The events that metrics look at, as they are now; see current_customer_facts.sql.
CREATE OR REPLACE VIEW event_facts AS
SELECT * FROM event_facts_settled WHERE NOT EXISTS (SELECT 1 FROM event_facts_fresh) OR customer_id NOT IN (SELECT customer_id FROM event_facts_fresh)
UNION ALL
SELECT * FROM event_facts_fresh FINAL

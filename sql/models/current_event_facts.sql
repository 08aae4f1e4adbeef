-- The events that metrics look at, as they are now; see current_customer_facts.sql.
CREATE OR REPLACE VIEW event_facts AS
SELECT * FROM event_facts_settled WHERE customer_id NOT IN (SELECT customer_id FROM event_facts_fresh)
UNION ALL
SELECT * FROM event_facts_fresh FINAL

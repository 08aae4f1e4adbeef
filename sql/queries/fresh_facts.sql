-- How many rows of each kind of facts are fresh, and how many settled; read off the tables' own books.
SELECT 'customer_facts' AS facts, ifNull((SELECT count() FROM customer_facts_fresh), 0) AS fresh, ifNull((SELECT count() FROM customer_facts_settled), 0) AS settled
UNION ALL
SELECT 'order_facts', ifNull((SELECT count() FROM order_facts_fresh), 0), ifNull((SELECT count() FROM order_facts_settled), 0)
UNION ALL
SELECT 'contact_facts', ifNull((SELECT count() FROM contact_facts_fresh), 0), ifNull((SELECT count() FROM contact_facts_settled), 0)
UNION ALL
SELECT 'event_facts', ifNull((SELECT count() FROM event_facts_fresh), 0), ifNull((SELECT count() FROM event_facts_settled), 0)

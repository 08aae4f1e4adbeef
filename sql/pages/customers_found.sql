-- Customers whose identity, or the value after its namespace, is the text.
SELECT customer_id, customer
FROM customer_facts
WHERE customer = {search:String} OR endsWith(customer, concat(':', {search:String}))
ORDER BY customer
LIMIT 20

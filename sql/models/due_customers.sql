-- The customers whose facts are made anew, of all that is known of them.
CREATE OR REPLACE TABLE due_customers ENGINE = MergeTree ORDER BY customer_key AS
SELECT customer_key
FROM due_touched
WHERE customer_key NOT IN (SELECT customer_key FROM due_continued);

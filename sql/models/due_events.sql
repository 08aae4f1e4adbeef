-- What due customers did and what was done to them, read once for all facts that are made of it; of those whose facts are
-- continued, what is new.
CREATE OR REPLACE TABLE due_events ENGINE = MergeTree ORDER BY customer_key AS
SELECT * EXCEPT (row_hash, version, is_deleted)
FROM events FINAL
PREWHERE customer_key IN (SELECT customer_key FROM due_customers)
UNION ALL
SELECT * EXCEPT (is_deleted)
FROM due_news
WHERE customer_key IN (SELECT customer_key FROM due_continued);

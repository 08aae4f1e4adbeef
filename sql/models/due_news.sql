-- The events that a batch wrote of the customers it touched, also the marks it left where it moved one elsewhere; nothing of a
-- batch of something else, nor of a rebuild.
CREATE OR REPLACE TABLE due_news ENGINE = MergeTree ORDER BY customer_key AS
SELECT * EXCEPT (row_hash, version)
FROM events
WHERE {dataset:String} = 'events' AND version = {batch:UInt64} AND customer_key IN (SELECT customer_key FROM due_touched)
LIMIT 1 BY customer_key, occurred_at, event_id;

-- The customers whose facts can be continued: all that is new of them are events later than everything that their facts are made
-- of, so that nothing that stands there is to be said otherwise, but for the last contact of a thread. Not among them: of whom a
-- batch before this one has still to be told, who begins or ceases to follow an account, and whose channel is known only now
-- (it stands in all facts of a customer).
CREATE OR REPLACE TABLE due_continued ENGINE = MergeTree ORDER BY customer_key AS
WITH news AS (
  SELECT customer_key, min(occurred_at) AS since, countIf(channel != '') > 0 AS names_channel
  FROM due_news
  GROUP BY customer_key
  HAVING countIf(is_deleted OR type IN ('official_account_followed', 'official_account_unfollowed')) = 0
)
SELECT news.customer_key AS customer_key
FROM news
INNER JOIN (
  SELECT customer_id, last_at, channel
  FROM customer_facts
  WHERE customer_id IN (SELECT customer_key FROM due_news)
) AS person ON person.customer_id = news.customer_key
WHERE news.since > person.last_at
  AND NOT (names_channel AND person.channel = 'unknown')
  AND news.customer_key NOT IN (SELECT customer_key FROM touched WHERE batch != {batch:UInt64});

-- The first day of each dataset: days before it were not told, and are not days on which nothing happened. 0 where it is not known.
ALTER TABLE completeness ADD COLUMN IF NOT EXISTS since Date DEFAULT toDate(0);

INSERT INTO completeness (dataset, complete_through, since, batch)
SELECT known.dataset, known.complete_through, began.since, known.batch
FROM completeness AS known FINAL
INNER JOIN (
  SELECT 'customers' AS dataset, ifNull(min(joined_day), toDate(0)) AS since FROM customers
  UNION ALL SELECT 'relations', min(started_day) FROM relations
  UNION ALL SELECT 'ownership', min(valid_from_day) FROM ownership
  UNION ALL SELECT 'events', min(day) FROM events
  UNION ALL SELECT 'orders', min(paid_day) FROM orders
  UNION ALL SELECT 'refunds', min(refunded_day) FROM refunds
  UNION ALL SELECT 'group_members', min(joined_day) FROM group_members
  UNION ALL SELECT 'campaign_audience', ifNull(min(dispatched_day), toDate(0)) FROM campaign_audience
  UNION ALL SELECT 'reach', min(day) FROM reach
  UNION ALL SELECT 'costs', min(day) FROM costs
) AS began ON began.dataset = known.dataset
WHERE known.since = toDate(0);

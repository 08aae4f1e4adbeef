-- How far the data reach, and since when, which only a batch that is writing can change: the number of the last finished load, the last whole day of each dataset,
-- and, without a day, the datasets whose rows do not happen on days but are there, the types of events that came, whether any campaign tells its margin or is a launch, and any customer who brought her.
-- Counts of whole tables are read off the tables' own books.
SELECT
  '' AS dataset, NULL::Nullable(Date) AS complete_through, max(batch) AS data_version, NULL::Nullable(Date) AS since
FROM batches FINAL
WHERE state = 'done'
UNION ALL
SELECT dataset, complete_through, 0, nullIf(since, toDate(0))
FROM completeness FINAL
UNION ALL
SELECT dataset, NULL, 0, NULL
FROM (
  SELECT 'org_units' AS dataset, count() AS rows FROM org_units
  UNION ALL SELECT 'employees', count() FROM employees
  UNION ALL SELECT 'channels', count() FROM channels
  UNION ALL SELECT 'groups', count() FROM groups
  UNION ALL SELECT 'campaigns', count() FROM campaigns
  UNION ALL SELECT 'list_members', count() FROM list_members
  UNION ALL SELECT 'targets', count() FROM targets
)
WHERE rows > 0
UNION ALL
SELECT DISTINCT 'campaigns/margin', NULL, 0, NULL
FROM campaigns FINAL
WHERE margin IS NOT NULL
UNION ALL
SELECT DISTINCT 'campaigns/launch', NULL, 0, NULL
FROM campaigns FINAL
WHERE mechanic = 'launch'
UNION ALL
SELECT 'customers/referrer', NULL, 0, NULL
FROM (SELECT 1 FROM customers WHERE referrer != '' LIMIT 1)
UNION ALL
SELECT DISTINCT concat('events/', type), NULL, 0, NULL
FROM event_types_seen

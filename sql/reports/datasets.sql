-- What of each dataset is not counted: rows that waited for their customer, employee or order when they were
-- loaded, and rows refused and not corrected since.
SELECT
  dataset,
  toInt64(sum(waiting)) AS waiting,
  toInt64(sum(refused)) AS refused
FROM (
  SELECT dataset, waiting, 0 AS refused FROM batches FINAL WHERE state = 'done'
  UNION ALL
  SELECT dataset, 0, uniqExact(batch, file, line) FROM quarantine FINAL WHERE status = 'open' GROUP BY dataset
)
GROUP BY dataset
ORDER BY dataset

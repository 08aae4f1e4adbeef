-- How many rows are refused and not yet put right, by dataset and reason.
SELECT toString(dataset) AS dataset, toString(reason) AS reason, toInt64(uniqExact(batch, file, line)) AS rows
FROM quarantine FINAL
WHERE status = 'open'
GROUP BY dataset, reason
ORDER BY rows DESC, dataset, reason

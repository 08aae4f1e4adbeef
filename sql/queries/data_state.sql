-- How far the data reach: the number of the last finished load, whether facts are due, and the last whole day of each dataset.
SELECT '' AS dataset, toDate(0) AS complete_through, max(batch) AS data_version, toBool(ifNull((SELECT count() FROM touched), 1) = 0) AS is_settled
FROM batches FINAL
WHERE state = 'done'
UNION ALL
SELECT dataset, complete_through, toUInt64(0) AS data_version, true AS is_settled
FROM completeness FINAL

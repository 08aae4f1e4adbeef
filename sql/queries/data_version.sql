-- The number of the last finished load, and whether what the data say can change before the next one is finished:
-- a batch is writing, or facts are due.
SELECT
  maxIf(batch, state = 'done') AS data_version,
  toBool(countIf(state IN ('planned', 'applied')) = 0 AND ifNull((SELECT count() FROM touched), 1) = 0) AS is_settled
FROM batches FINAL

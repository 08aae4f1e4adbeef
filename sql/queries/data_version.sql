-- The number of the last finished load, whether what the data say can change before the next one is finished (a batch is
-- writing, or facts are due), whether a batch is writing what it brought, and which batch has done so and waits for its facts, 0 for none.
SELECT
  maxIf(batch, state = 'done') AS data_version,
  toBool(countIf(state IN ('planned', 'applied')) = 0 AND ifNull((SELECT count() FROM touched), 1) = 0) AS is_settled,
  toBool(countIf(state = 'planned') > 0) AS is_writing,
  maxIf(batch, state = 'applied') AS in_facts
FROM batches FINAL

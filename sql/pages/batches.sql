-- Loads, newest first.
SELECT
  batch,
  toString(dataset) AS dataset,
  toString(source) AS source,
  arrayStringConcat(arrayMap(path -> splitByChar('/', path)[-1], files), ', ') AS files,
  toString(state) AS state,
  toInt64(read) AS rows_read,
  toInt64(loaded) AS rows_loaded,
  toInt64(replaced) AS rows_replaced,
  toInt64(duplicate) AS rows_duplicate,
  toInt64(waiting) AS rows_waiting,
  toInt64(quarantined) AS rows_quarantined,
  arrayStringConcat(notices, '; ') AS notices,
  error,
  formatDateTime(started_at, '%Y-%m-%d %H:%i', {timeZone:String}) AS started,
  seconds
FROM batches FINAL
ORDER BY batch DESC
LIMIT {limit:UInt32} OFFSET {offset:UInt32}

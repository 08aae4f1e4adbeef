-- Rows refused and not yet put right, newest batch first.
SELECT
  batch,
  toString(dataset) AS dataset,
  splitByChar('/', toString(file))[-1] AS file,
  toInt64(line) AS line_number,
  toString(column) AS column_name,
  value,
  toString(reason) AS reason
FROM quarantine FINAL
WHERE status = 'open' AND ({dataset:String} = '' OR dataset = {dataset:String}) AND ({batch:UInt64} = 0 OR batch = {batch:UInt64})
ORDER BY batch DESC, dataset, file, line_number, column_name
LIMIT {limit:UInt32} OFFSET {offset:UInt32}

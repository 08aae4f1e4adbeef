-- The log of batches: every step of a batch writes its row anew, and the newest step is its state.

-- name: save
INSERT INTO batches (batch, dataset, source, time_zone, files, state, read, loaded, replaced, duplicate, waiting, quarantined,
  dropped, declared_complete_through, latest_day, notices, error, started_at, seconds, step)
SELECT {batch:UInt64}, {dataset:String}, {source:String}, {times:String}, {files:Array(String)}, {state:String},
  {read:UInt64}, {loaded:UInt64}, {replaced:UInt64}, {duplicate:UInt64}, {waiting:UInt64}, {quarantined:UInt64},
  {dropped:UInt64}, {declared:Nullable(Date)}, {latest_day:Nullable(Date)}, {notices:Array(String)}, {error:String},
  {clock:DateTime64(3, 'UTC')}, {seconds:Float64}, {step:UInt64}

-- name: unfinished
SELECT batch, dataset, source, time_zone, files, state, read, loaded, replaced, duplicate, waiting, quarantined,
  dropped, declared_complete_through, latest_day, notices, error, started_at, seconds, step
FROM batches FINAL
WHERE state NOT IN ('done', 'failed')
ORDER BY batch

-- name: find
SELECT batch, dataset, source, time_zone, files, state, read, loaded, replaced, duplicate, waiting, quarantined,
  dropped, declared_complete_through, latest_day, notices, error, started_at, seconds, step
FROM batches FINAL
WHERE batch = {batch:UInt64}

-- name: next
SELECT max(batch) + 1 FROM batches

-- name: working_tables
SELECT name
FROM system.tables
WHERE database = currentDatabase() AND match(name, '^(receive|stage|known|plan)_\\d+(_|$)')
ORDER BY endsWith(name, '_feed') DESC, name

-- name: forget_landing
ALTER TABLE landing DELETE WHERE dataset = {dataset:String} AND batch = {batch:UInt64} SETTINGS mutations_sync = 1

-- name: landed_columns
SELECT DISTINCT arrayJoin(mapKeys(row)) AS column
FROM landing
WHERE dataset = {dataset:String} AND batch = {batch:UInt64} AND broken = ''
ORDER BY column

-- name: functions_checksum
-- What the functions of sql/load were made from, if they were.
SELECT create_query FROM system.functions WHERE name = 'load_functions'

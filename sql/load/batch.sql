-- What happens to a batch once its rows have landed, the same for every dataset. Each step can be done again
-- from its start as long as the next state of the batch has not been written down.

-- (known, in the file of each dataset: PREWHERE, because what picks the rows is of the sorting key, and so the same in all
-- versions of a row; the others need not be put together.)

-- name: plan
-- Decides once what becomes of every row whose key stands more than once in the batch or is known already;
-- all others are new. The plan is kept, because once a batch has begun to write, its own rows can no longer be
-- told from those that were there before.
SELECT
  _seq,
  _key,
  NOT told AS is_new,
  told AND told_hash = row_hash AS is_duplicate,
  is_last AND NOT (is_known AND known_hash = row_hash) AS written,
  is_last AND is_known AND known_place != _place AS moved
FROM (
  SELECT
    stage._seq AS _seq,
    stage._key AS _key,
    stage._place AS _place,
    stage.row_hash AS row_hash,
    known._key != 0 AS is_known,
    known._place AS known_place,
    known.row_hash AS known_hash,
    row_number() OVER (PARTITION BY stage._key ORDER BY stage._seq) AS nth,
    nth = count() OVER (PARTITION BY stage._key) AS is_last,
    nth > 1 OR is_known AS told,
    if(nth > 1, lagInFrame(stage.row_hash) OVER (PARTITION BY stage._key ORDER BY stage._seq ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), known_hash) AS told_hash
  FROM {stage:Identifier} AS stage
  LEFT ANY JOIN {known:Identifier} AS known ON known._key = stage._key
  WHERE empty(stage._problems)
    AND (stage._key IN (SELECT _key FROM {known:Identifier})
      OR stage._key IN (SELECT _key FROM {stage:Identifier} WHERE empty(_problems) GROUP BY _key HAVING count() > 1))
)

-- name: write
SELECT * EXCEPT (_file, _line, _seq, _key, _place, _day, _first_day, _problems), {batch:UInt64}, 0
FROM {stage:Identifier}
WHERE empty(_problems) AND _seq NOT IN (SELECT _seq FROM {plan:Identifier} WHERE NOT written)

-- name: quarantine
-- One line for each thing wrong with a row.
INSERT INTO quarantine (batch, dataset, file, line, column, value, reason, row, status, version)
SELECT {batch:UInt64}, {dataset:String}, refused._file, refused._line, refused.problem.1, refused.problem.2,
  load_reason(refused.problem.3), landing.row, 'open', 1
FROM (
  SELECT _file, _line, arrayJoin(_problems) AS problem
  FROM {stage:Identifier}
  WHERE notEmpty(_problems)
) AS refused
INNER JOIN (
  SELECT file, line, row
  FROM landing
  WHERE dataset = {dataset:String} AND batch = {batch:UInt64}
    AND (file, line) IN (SELECT _file, _line FROM {stage:Identifier} WHERE notEmpty(_problems))
) AS landing ON landing.file = refused._file AND landing.line = refused._line

-- name: completeness
-- The declared day, or the latest of what was known and what came; never later than today. And the first day that came with any
-- row, which stays unknown where it was.
INSERT INTO completeness (dataset, complete_through, since, batch)
WITH ifNull({declared:Nullable(Date)}, greatest(known.through, least(came.last, load_day({clock:DateTime64(3, 'UTC')}, {zone:String})))) AS through
SELECT {dataset:String}, through, multiIf(NOT known.is_there, came.first, came.first = toDate(0), known.since, least(known.since, came.first)), {batch:UInt64}
FROM (
  SELECT count() > 0 AS is_there, max(complete_through) AS through, min(since) AS since FROM completeness FINAL WHERE dataset = {dataset:String}
) AS known
CROSS JOIN (
  SELECT ifNull(min(_first_day), toDate(0)) AS first, ifNull(max(_day), toDate(0)) AS last FROM {stage:Identifier} WHERE empty(_problems)
) AS came
WHERE through > toDate(0)

-- name: counts
SELECT
  (SELECT count() FROM {stage:Identifier}) AS landed,
  (SELECT count() FROM {stage:Identifier} WHERE notEmpty(_problems)) AS quarantined,
  (SELECT countIf(is_duplicate) FROM {plan:Identifier}) AS duplicate,
  (SELECT countIf(NOT is_new AND NOT is_duplicate) FROM {plan:Identifier}) AS replaced,
  (SELECT max(_day) FROM {stage:Identifier} WHERE empty(_problems)) AS latest_day

-- name: complete_through
SELECT complete_through FROM completeness FINAL WHERE dataset = {dataset:String}

-- name: stage
-- One landing row → one chat group, with everything that is wrong with it.
SELECT
  group_id,
  name,
  lower(load_text(row, 'type')) AS type,
  load_text(row, 'owner_employee_id') AS owner_employee_id,
  load_text(row, 'store_id') AS store_id,
  created AS created_at,
  load_day(created, {zone:String}) AS created_day,
  dismissed AS dismissed_at,
  load_day(dismissed, {zone:String}) AS dismissed_day,
  sipHash64(tuple(group_id, name, type, owner_employee_id, store_id, created_at, dismissed_at)) AS row_hash,
  file AS _file,
  line AS _line,
  bitShiftLeft(toUInt64(indexOf({files:Array(String)}, file)), 40) + line AS _seq,
  reinterpretAsUInt128(sipHash128(group_id)) AS _key,
  toUInt64(0) AS _place,
  NULL::Nullable(Date) AS _day,
  _day AS _first_day,
  if(broken != '', [('', '', broken)], arrayFilter(problem -> problem.3 != '', [
    ('group_id', group_id, load_needs_text(group_id)),
    ('name', name, load_needs_text(name)),
    ('created_at', created_text, load_wrong_instant(created_text, created, {clock:DateTime64(3, 'UTC')}, {zone:String})),
    ('dismissed_at', dismissed_text, load_wrong_instant(dismissed_text, dismissed, {clock:DateTime64(3, 'UTC')}, {zone:String})),
    ('dismissed_at', dismissed_text, if(dismissed < created, 'ends_before_it_starts', ''))
  ])) AS _problems
FROM (
  SELECT
    file, line, row, broken,
    load_text(row, 'group_id') AS group_id,
    load_text(row, 'name') AS name,
    load_text(row, 'created_at') AS created_text,
    load_text(row, 'dismissed_at') AS dismissed_text,
    load_instant(created_text, {times:String}) AS created,
    load_instant(dismissed_text, {times:String}) AS dismissed
  FROM landing
  WHERE dataset = 'groups' AND batch = {batch:UInt64}
)

-- name: known
SELECT reinterpretAsUInt128(sipHash128(group_id)) AS _key, toUInt64(0) AS _place, row_hash
FROM groups FINAL
PREWHERE group_id IN (SELECT group_id FROM {stage:Identifier})

-- name: waiting
SELECT countIf(owner_employee_id != '' AND owner_employee_id NOT IN (SELECT employee_id FROM employees))
FROM {stage:Identifier}
WHERE empty(_problems)

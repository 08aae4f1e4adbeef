-- name: stage
-- One landing row → one period of an employee, with everything that is wrong with it.
-- Without valid_from the row holds from the beginning; 9999-12-31 is a common way to write 'without end'.
SELECT
  employee_id,
  name,
  load_text(row, 'org_unit_id') AS org_unit_id,
  load_text(row, 'role') AS role,
  lower(load_text(row, 'employment_type')) AS employment_type,
  load_text(row, 'status') AS status,
  toDate(ifNull(from_date, toDate32('1970-01-01'))) AS valid_from,
  if(to_date >= toDate32('2149-01-01'), NULL, toDate(to_date)) AS valid_to,
  sipHash64(tuple(employee_id, name, org_unit_id, role, employment_type, status, valid_from, valid_to)) AS row_hash,
  file AS _file,
  line AS _line,
  bitShiftLeft(toUInt64(indexOf({files:Array(String)}, file)), 40) + line AS _seq,
  reinterpretAsUInt128(sipHash128(employee_id, valid_from)) AS _key,
  toUInt64(0) AS _place,
  NULL::Nullable(Date) AS _day,
  _day AS _first_day,
  if(broken != '', [('', '', broken)], arrayFilter(problem -> problem.3 != '', [
    ('employee_id', employee_id, load_needs_text(employee_id)),
    ('name', name, load_needs_text(name)),
    ('employment_type', employment_type, if(employment_type IN ('', 'own', 'outsourced', 'coach'), '', 'unknown_value')),
    ('valid_from', from_text, load_wrong_date(from_text, from_date)),
    ('valid_to', to_text, load_wrong_date(to_text, to_date)),
    ('valid_to', to_text, if(to_date < from_date, 'ends_before_it_starts', ''))
  ])) AS _problems
FROM (
  SELECT
    file, line, row, broken,
    load_text(row, 'employee_id') AS employee_id,
    load_text(row, 'name') AS name,
    load_text(row, 'valid_from') AS from_text,
    load_text(row, 'valid_to') AS to_text,
    load_date(from_text) AS from_date,
    load_date(to_text) AS to_date
  FROM landing
  WHERE dataset = 'employees' AND batch = {batch:UInt64}
)

-- name: known
SELECT reinterpretAsUInt128(sipHash128(employee_id, valid_from)) AS _key, toUInt64(0) AS _place, row_hash
FROM employees FINAL
PREWHERE employee_id IN (SELECT employee_id FROM {stage:Identifier})

-- name: waiting
SELECT toUInt64(0)

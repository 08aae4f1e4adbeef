-- name: stage
-- One landing row → one friendship of a customer with an employee, with everything that is wrong with it.
SELECT
  sipHash64(customer) AS customer_key,
  load_customer(customer_text, {source:String}) AS customer,
  employee_id,
  ifNull(started, toDateTime64(0, 3, 'UTC')) AS started_at,
  load_day(started_at, {zone:String}) AS started_day,
  ended AS ended_at,
  load_day(ended, {zone:String}) AS ended_day,
  if(end_reason_text = '' AND ended IS NOT NULL, 'unknown', end_reason_text) AS end_reason,
  load_text(row, 'add_way') AS add_way,
  load_text(row, 'state') AS state,
  sipHash64(tuple(customer, employee_id, started_at, ended_at, end_reason, add_way, state)) AS row_hash,
  file AS _file,
  line AS _line,
  bitShiftLeft(toUInt64(indexOf({files:Array(String)}, file)), 40) + line AS _seq,
  reinterpretAsUInt128(sipHash128(customer, employee_id, started_at)) AS _key,
  toUInt64(0) AS _place,
  greatest(started_day, ifNull(ended_day, started_day)) AS _day,
  started_day AS _first_day,
  if(broken != '', [('', '', broken)], arrayFilter(problem -> problem.3 != '', [
    ('customer', customer_text, load_needs_customer(customer_text)),
    ('employee_id', employee_id, load_needs_text(employee_id)),
    ('started_at', started_text, load_needs_instant(started_text, started, {clock:DateTime64(3, 'UTC')}, {zone:String})),
    ('ended_at', ended_text, load_wrong_instant(ended_text, ended, {clock:DateTime64(3, 'UTC')}, {zone:String})),
    ('ended_at', ended_text, if(ended < started, 'ends_before_it_starts', '')),
    ('end_reason', end_reason_text, if(end_reason_text IN ('', 'customer_deleted', 'employee_deleted', 'transferred', 'departed', 'unknown'), '', 'unknown_value'))
  ])) AS _problems
FROM (
  SELECT
    file, line, row, broken,
    load_text(row, 'customer') AS customer_text,
    load_text(row, 'employee_id') AS employee_id,
    load_text(row, 'started_at') AS started_text,
    load_text(row, 'ended_at') AS ended_text,
    lower(load_text(row, 'end_reason')) AS end_reason_text,
    load_instant(started_text, {times:String}) AS started,
    load_instant(ended_text, {times:String}) AS ended
  FROM landing
  WHERE dataset = 'relations' AND batch = {batch:UInt64}
)

-- name: known
SELECT reinterpretAsUInt128(sipHash128(customer, employee_id, started_at)) AS _key, toUInt64(0) AS _place, row_hash
FROM relations FINAL
PREWHERE customer_key IN (SELECT customer_key FROM {stage:Identifier})

-- name: touched
SELECT customer_key
FROM {stage:Identifier}
WHERE empty(_problems) AND _seq NOT IN (SELECT _seq FROM {plan:Identifier} WHERE NOT written)

-- name: waiting
SELECT countIf(customer_key NOT IN (SELECT customer_key FROM customers WHERE customer_key IN (SELECT customer_key FROM {stage:Identifier}))
  OR (employee_id != '' AND employee_id NOT IN (SELECT employee_id FROM employees)))
FROM {stage:Identifier}
WHERE empty(_problems)

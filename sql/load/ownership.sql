-- name: stage
-- One landing row → one period in which an employee owns a customer, with everything that is wrong with it.
-- valid_to may lie in the future; a year after 2148 is a common way to write 'without end'.
SELECT
  sipHash64(customer) AS customer_key,
  load_customer(customer_text, {source:String}) AS customer,
  employee_id,
  ifNull(starts, toDateTime64(0, 3, 'UTC')) AS valid_from,
  load_day(valid_from, {zone:String}) AS valid_from_day,
  if(ends >= toDateTime64('2149-01-01 00:00:00', 3, 'UTC'), NULL, ends) AS valid_to,
  load_day(valid_to, {zone:String}) AS valid_to_day,
  load_text(row, 'reason') AS reason,
  sipHash64(tuple(customer, employee_id, valid_from, valid_to, reason)) AS row_hash,
  file AS _file,
  line AS _line,
  bitShiftLeft(toUInt64(indexOf({files:Array(String)}, file)), 40) + line AS _seq,
  reinterpretAsUInt128(sipHash128(customer, employee_id, valid_from)) AS _key,
  toUInt64(0) AS _place,
  valid_from_day AS _day,
  _day AS _first_day,
  if(broken != '', [('', '', broken)], arrayFilter(problem -> problem.3 != '', [
    ('customer', customer_text, load_needs_customer(customer_text)),
    ('employee_id', employee_id, load_needs_text(employee_id)),
    ('valid_from', from_text, load_needs_instant(from_text, starts, {clock:DateTime64(3, 'UTC')}, {zone:String})),
    ('valid_to', to_text, multiIf(to_text = '', '', isNull(ends), 'not_a_time', ends < starts, 'ends_before_it_starts', ''))
  ])) AS _problems
FROM (
  SELECT
    file, line, row, broken,
    load_text(row, 'customer') AS customer_text,
    load_text(row, 'employee_id') AS employee_id,
    load_text(row, 'valid_from') AS from_text,
    load_text(row, 'valid_to') AS to_text,
    load_instant(from_text, {times:String}) AS starts,
    load_instant(to_text, {times:String}) AS ends
  FROM landing
  WHERE dataset = 'ownership' AND batch = {batch:UInt64}
)

-- name: known
SELECT reinterpretAsUInt128(sipHash128(customer, employee_id, valid_from)) AS _key, toUInt64(0) AS _place, row_hash
FROM ownership FINAL
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

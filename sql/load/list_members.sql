-- name: stage
-- One landing row → one customer of a list that somebody made elsewhere, with everything that is wrong with it. Without
-- dates she is on it for all time. The name of a list stands in rules, so it is written as the name of a segment is.
SELECT
  sipHash64(customer) AS customer_key,
  list,
  load_customer(customer_text, {source:String}) AS customer,
  added AS added_at,
  load_day(added, {zone:String}) AS added_day,
  removed AS removed_at,
  load_day(removed, {zone:String}) AS removed_day,
  sipHash64(tuple(list, customer, added_at, removed_at)) AS row_hash,
  file AS _file,
  line AS _line,
  bitShiftLeft(toUInt64(indexOf({files:Array(String)}, file)), 40) + line AS _seq,
  reinterpretAsUInt128(sipHash128(list, customer)) AS _key,
  toUInt64(0) AS _place,
  NULL::Nullable(Date) AS _day,
  _day AS _first_day,
  if(broken != '', [('', '', broken)], arrayFilter(problem -> problem.3 != '', [
    ('list', list, load_needs_text(list)),
    ('list', list, if(list = '' OR match(list, '^[a-z][a-z0-9_]{0,59}$'), '', 'unknown_value')),
    ('customer', customer_text, load_needs_customer(customer_text)),
    ('added_at', added_text, load_wrong_instant(added_text, added, {clock:DateTime64(3, 'UTC')}, {zone:String})),
    ('removed_at', removed_text, load_wrong_instant(removed_text, removed, {clock:DateTime64(3, 'UTC')}, {zone:String})),
    ('removed_at', removed_text, if(removed < added, 'ends_before_it_starts', ''))
  ])) AS _problems
FROM (
  SELECT
    file, line, row, broken,
    load_text(row, 'list') AS list,
    load_text(row, 'customer') AS customer_text,
    load_text(row, 'added_at') AS added_text,
    load_text(row, 'removed_at') AS removed_text,
    load_instant(added_text, {times:String}) AS added,
    load_instant(removed_text, {times:String}) AS removed
  FROM landing
  WHERE dataset = 'list_members' AND batch = {batch:UInt64}
)

-- name: known
SELECT reinterpretAsUInt128(sipHash128(list, customer)) AS _key, toUInt64(0) AS _place, row_hash
FROM list_members FINAL
PREWHERE customer_key IN (SELECT customer_key FROM {stage:Identifier})

-- name: waiting
SELECT countIf(customer_key NOT IN (SELECT customer_key FROM customers WHERE customer_key IN (SELECT customer_key FROM {stage:Identifier})))
FROM {stage:Identifier}
WHERE empty(_problems)

-- name: stage
-- One landing row → one stay of a customer in a group, with everything that is wrong with it.
SELECT
  sipHash64(customer) AS customer_key,
  group_id,
  load_customer(customer_text, {source:String}) AS customer,
  ifNull(joined, toDateTime64(0, 3, 'UTC')) AS joined_at,
  load_day(joined_at, {zone:String}) AS joined_day,
  gone AS left_at,
  load_day(gone, {zone:String}) AS left_day,
  load_text(row, 'join_scene') AS join_scene,
  load_text(row, 'invited_by') AS invited_by,
  sipHash64(tuple(group_id, customer, joined_at, left_at, join_scene, invited_by)) AS row_hash,
  file AS _file,
  line AS _line,
  bitShiftLeft(toUInt64(indexOf({files:Array(String)}, file)), 40) + line AS _seq,
  reinterpretAsUInt128(sipHash128(group_id, customer, joined_at)) AS _key,
  toUInt64(0) AS _place,
  greatest(joined_day, ifNull(left_day, joined_day)) AS _day,
  joined_day AS _first_day,
  if(broken != '', [('', '', broken)], arrayFilter(problem -> problem.3 != '', [
    ('group_id', group_id, load_needs_text(group_id)),
    ('customer', customer_text, load_needs_customer(customer_text)),
    ('joined_at', joined_text, load_needs_instant(joined_text, joined, {clock:DateTime64(3, 'UTC')}, {zone:String})),
    ('left_at', left_text, load_wrong_instant(left_text, gone, {clock:DateTime64(3, 'UTC')}, {zone:String})),
    ('left_at', left_text, if(gone < joined, 'ends_before_it_starts', ''))
  ])) AS _problems
FROM (
  SELECT
    file, line, row, broken,
    load_text(row, 'group_id') AS group_id,
    load_text(row, 'customer') AS customer_text,
    load_text(row, 'joined_at') AS joined_text,
    load_text(row, 'left_at') AS left_text,
    load_instant(joined_text, {times:String}) AS joined,
    load_instant(left_text, {times:String}) AS gone
  FROM landing
  WHERE dataset = 'group_members' AND batch = {batch:UInt64}
)

-- name: known
SELECT reinterpretAsUInt128(sipHash128(group_id, customer, joined_at)) AS _key, toUInt64(0) AS _place, row_hash
FROM group_members FINAL
PREWHERE customer_key IN (SELECT customer_key FROM {stage:Identifier})

-- name: touched
SELECT customer_key
FROM {stage:Identifier}
WHERE empty(_problems) AND _seq NOT IN (SELECT _seq FROM {plan:Identifier} WHERE NOT written)

-- name: waiting
SELECT countIf(customer_key NOT IN (SELECT customer_key FROM customers WHERE customer_key IN (SELECT customer_key FROM {stage:Identifier}))
  OR group_id NOT IN (SELECT group_id FROM groups))
FROM {stage:Identifier}
WHERE empty(_problems)

-- name: stage
-- One landing row → one customer, with everything that is wrong with it. What is badly formed but does not
-- make the row useless (a birthday, a phone number) is kept as it came; the metrics judge it.
SELECT
  sipHash64(customer) AS customer_key,
  load_customer(customer_text, {source:String}) AS customer,
  joined AS joined_at,
  load_day(joined, {zone:String}) AS joined_day,
  load_text(row, 'channel') AS channel,
  load_text(row, 'employee_id') AS employee_id,
  load_text(row, 'store_id') AS store_id,
  load_customer(load_text(row, 'referrer'), {source:String}) AS referrer,
  load_text(row, 'name') AS name,
  load_text(row, 'phone') AS phone,
  load_text(row, 'birthday') AS birthday,
  load_text(row, 'gender') AS gender,
  load_text(row, 'city') AS city,
  load_text(row, 'job') AS job,
  load_text(row, 'income_band') AS income_band,
  load_text(row, 'budget') AS budget,
  load_list(row['preferences']) AS preferences,
  load_list(row['tags']) AS tags,
  load_text(row, 'consent_tracking') AS consent_tracking,
  sipHash64(tuple(customer, joined_at, channel, employee_id, store_id, referrer, name, phone, birthday, gender, city,
    job, income_band, budget, preferences, tags, consent_tracking)) AS row_hash,
  file AS _file,
  line AS _line,
  bitShiftLeft(toUInt64(indexOf({files:Array(String)}, file)), 40) + line AS _seq,
  reinterpretAsUInt128(sipHash128(customer)) AS _key,
  toUInt64(0) AS _place,
  joined_day AS _day,
  _day AS _first_day,
  if(broken != '', [('', '', broken)], arrayFilter(problem -> problem.3 != '', [
    ('customer', customer_text, load_needs_customer(customer_text)),
    ('joined_at', joined_text, load_wrong_instant(joined_text, joined, {clock:DateTime64(3, 'UTC')}, {zone:String}))
  ])) AS _problems
FROM (
  SELECT
    file, line, row, broken,
    load_text(row, 'customer') AS customer_text,
    load_text(row, 'joined_at') AS joined_text,
    load_instant(joined_text, {times:String}) AS joined
  FROM landing
  WHERE dataset = 'customers' AND batch = {batch:UInt64}
)

-- name: known
SELECT reinterpretAsUInt128(sipHash128(customer)) AS _key, toUInt64(0) AS _place, row_hash
FROM customers FINAL
PREWHERE customer_key IN (SELECT customer_key FROM {stage:Identifier})

-- name: touched
SELECT customer_key
FROM {stage:Identifier}
WHERE empty(_problems) AND _seq NOT IN (SELECT _seq FROM {plan:Identifier} WHERE NOT written)

-- name: waiting
SELECT countIf(employee_id != '' AND employee_id NOT IN (SELECT employee_id FROM employees))
FROM {stage:Identifier}
WHERE empty(_problems)

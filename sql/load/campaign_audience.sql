-- name: stage
-- One landing row → one customer of a campaign's audience, with everything that is wrong with it. Without an arm she is treated.
SELECT
  sipHash64(customer) AS customer_key,
  campaign_id,
  load_customer(customer_text, {source:String}) AS customer,
  if(arm_text = '', 'treatment', arm_text) AS arm,
  load_text(row, 'employee_id') AS employee_id,
  dispatched AS dispatched_at,
  load_day(dispatched, {zone:String}) AS dispatched_day,
  executed AS executed_at,
  load_day(executed, {zone:String}) AS executed_day,
  sipHash64(tuple(campaign_id, customer, arm, employee_id, dispatched_at, executed_at)) AS row_hash,
  file AS _file,
  line AS _line,
  bitShiftLeft(toUInt64(indexOf({files:Array(String)}, file)), 40) + line AS _seq,
  reinterpretAsUInt128(sipHash128(campaign_id, customer)) AS _key,
  toUInt64(0) AS _place,
  if(executed_day > dispatched_day OR dispatched_day IS NULL, executed_day, dispatched_day) AS _day,
  if(executed_day < dispatched_day OR dispatched_day IS NULL, executed_day, dispatched_day) AS _first_day,
  if(broken != '', [('', '', broken)], arrayFilter(problem -> problem.3 != '', [
    ('campaign_id', campaign_id, load_needs_text(campaign_id)),
    ('customer', customer_text, load_needs_customer(customer_text)),
    ('arm', arm_text, if(arm_text IN ('', 'treatment', 'holdout'), '', 'unknown_value')),
    ('dispatched_at', dispatched_text, load_wrong_instant(dispatched_text, dispatched, {clock:DateTime64(3, 'UTC')}, {zone:String})),
    ('executed_at', executed_text, load_wrong_instant(executed_text, executed, {clock:DateTime64(3, 'UTC')}, {zone:String})),
    ('executed_at', executed_text, if(executed < dispatched, 'ends_before_it_starts', ''))
  ])) AS _problems
FROM (
  SELECT
    file, line, row, broken,
    load_text(row, 'campaign_id') AS campaign_id,
    load_text(row, 'customer') AS customer_text,
    lower(load_text(row, 'arm')) AS arm_text,
    load_text(row, 'dispatched_at') AS dispatched_text,
    load_text(row, 'executed_at') AS executed_text,
    load_instant(dispatched_text, {times:String}) AS dispatched,
    load_instant(executed_text, {times:String}) AS executed
  FROM landing
  WHERE dataset = 'campaign_audience' AND batch = {batch:UInt64}
)

-- name: known
SELECT reinterpretAsUInt128(sipHash128(campaign_id, customer)) AS _key, toUInt64(0) AS _place, row_hash
FROM campaign_audience FINAL
PREWHERE customer_key IN (SELECT customer_key FROM {stage:Identifier})

-- name: touched
SELECT customer_key
FROM {stage:Identifier}
WHERE empty(_problems) AND _seq NOT IN (SELECT _seq FROM {plan:Identifier} WHERE NOT written)

-- name: waiting
SELECT countIf(customer_key NOT IN (SELECT customer_key FROM customers WHERE customer_key IN (SELECT customer_key FROM {stage:Identifier}))
  OR campaign_id NOT IN (SELECT campaign_id FROM campaigns)
  OR (employee_id != '' AND employee_id NOT IN (SELECT employee_id FROM employees)))
FROM {stage:Identifier}
WHERE empty(_problems)

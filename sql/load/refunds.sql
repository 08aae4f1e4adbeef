-- name: stage
-- One landing row → one refund, with everything that is wrong with it.
SELECT
  refund_id,
  order_id,
  ifNull(refunded, toDateTime64(0, 3, 'UTC')) AS refunded_at,
  load_day(refunded_at, {zone:String}) AS refunded_day,
  ifNull(money, toDecimal64(0, 2)) AS amount,
  lower(load_text(row, 'type')) AS type,
  sipHash64(tuple(refund_id, order_id, refunded_at, amount, type)) AS row_hash,
  file AS _file,
  line AS _line,
  bitShiftLeft(toUInt64(indexOf({files:Array(String)}, file)), 40) + line AS _seq,
  reinterpretAsUInt128(sipHash128(refund_id)) AS _key,
  toUInt64(0) AS _place,
  refunded_day AS _day,
  _day AS _first_day,
  if(broken != '', [('', '', broken)], arrayFilter(problem -> problem.3 != '', [
    ('refund_id', refund_id, load_needs_text(refund_id)),
    ('order_id', order_id, load_needs_text(order_id)),
    ('refunded_at', refunded_text, load_needs_instant(refunded_text, refunded, {clock:DateTime64(3, 'UTC')}, {zone:String})),
    ('amount', amount_text, load_needs_money(amount_text, money)),
    ('type', type, if(type IN ('', 'return', 'refund_only'), '', 'unknown_value'))
  ])) AS _problems
FROM (
  SELECT
    file, line, row, broken,
    load_text(row, 'refund_id') AS refund_id,
    load_text(row, 'order_id') AS order_id,
    load_text(row, 'refunded_at') AS refunded_text,
    load_text(row, 'amount') AS amount_text,
    load_instant(refunded_text, {times:String}) AS refunded,
    load_money(amount_text) AS money
  FROM landing
  WHERE dataset = 'refunds' AND batch = {batch:UInt64}
)

-- name: known
SELECT reinterpretAsUInt128(sipHash128(refund_id)) AS _key, toUInt64(0) AS _place, row_hash, order_id
FROM refunds FINAL
PREWHERE refund_id IN (SELECT refund_id FROM {stage:Identifier})

-- name: touched
-- The customers of the refunded orders, and of the order a corrected refund belonged to before.
SELECT customer_key
FROM order_keys FINAL
WHERE order_id IN (
  SELECT order_id
  FROM {stage:Identifier}
  WHERE empty(_problems) AND _seq NOT IN (SELECT _seq FROM {plan:Identifier} WHERE NOT written)
  UNION DISTINCT
  SELECT order_id
  FROM {known:Identifier}
  WHERE _key IN (SELECT _key FROM {plan:Identifier} WHERE written))

-- name: waiting
SELECT countIf(order_id NOT IN (SELECT order_id FROM order_keys FINAL WHERE order_id IN (SELECT order_id FROM {stage:Identifier})))
FROM {stage:Identifier}
WHERE empty(_problems)

-- name: stage
-- One landing row → one order, with everything that is wrong with it. It has a pay time, so without a status it is paid.
SELECT
  sipHash64(customer) AS customer_key,
  order_id,
  load_customer(customer_text, {source:String}) AS customer,
  ifNull(paid, toDateTime64(0, 3, 'UTC')) AS paid_at,
  load_day(paid_at, {zone:String}) AS paid_day,
  ifNull(money, toDecimal64(0, 2)) AS amount,
  if(status_text = '', 'paid', status_text) AS status,
  load_text(row, 'parent_order_id') AS parent_order_id,
  load_text(row, 'employee_id') AS employee_id,
  load_text(row, 'channel') AS channel,
  load_text(row, 'campaign_id') AS campaign_id,
  load_text(row, 'group_id') AS group_id,
  load_text(row, 'store_id') AS store_id,
  lower(load_text(row, 'domain')) AS domain,
  load_text(row, 'product_category') AS product_category,
  load_bool(test_text) AS is_test,
  sipHash64(tuple(customer, paid_at, amount, status, parent_order_id, employee_id, channel, campaign_id, group_id,
    store_id, domain, product_category, is_test)) AS row_hash,
  file AS _file,
  line AS _line,
  bitShiftLeft(toUInt64(indexOf({files:Array(String)}, file)), 40) + line AS _seq,
  reinterpretAsUInt128(sipHash128(order_id)) AS _key,
  customer_key AS _place,
  paid_day AS _day,
  _day AS _first_day,
  if(broken != '', [('', '', broken)], arrayFilter(problem -> problem.3 != '', [
    ('order_id', order_id, load_needs_text(order_id)),
    ('customer', customer_text, load_needs_customer(customer_text)),
    ('paid_at', paid_text, load_needs_instant(paid_text, paid, {clock:DateTime64(3, 'UTC')}, {zone:String})),
    ('amount', amount_text, load_needs_money(amount_text, money)),
    ('status', status_text, if(status_text IN ('', 'paid', 'closed'), '', 'unknown_value')),
    ('domain', domain, if(domain IN ('', 'private', 'public', 'offline'), '', 'unknown_value')),
    ('is_test', test_text, load_wrong_bool(test_text))
  ])) AS _problems
FROM (
  SELECT
    file, line, row, broken,
    load_text(row, 'order_id') AS order_id,
    load_text(row, 'customer') AS customer_text,
    load_text(row, 'paid_at') AS paid_text,
    load_text(row, 'amount') AS amount_text,
    lower(load_text(row, 'status')) AS status_text,
    load_text(row, 'is_test') AS test_text,
    load_instant(paid_text, {times:String}) AS paid,
    load_money(amount_text) AS money
  FROM landing
  WHERE dataset = 'orders' AND batch = {batch:UInt64}
)

-- name: known
SELECT reinterpretAsUInt128(sipHash128(order_id)) AS _key, customer_key AS _place, row_hash, customer_key, order_id
FROM order_keys FINAL
PREWHERE order_id IN (SELECT order_id FROM {stage:Identifier})

-- name: leave
-- An order told again with another customer is sorted elsewhere: its old place is marked as left.
INSERT INTO orders (customer_key, order_id, version, is_deleted)
SELECT customer_key, order_id, {batch:UInt64}, 1
FROM {known:Identifier}
WHERE _key IN (SELECT _key FROM {plan:Identifier} WHERE moved)

-- name: touched
SELECT customer_key
FROM {stage:Identifier}
WHERE empty(_problems) AND _seq NOT IN (SELECT _seq FROM {plan:Identifier} WHERE NOT written)
UNION DISTINCT
SELECT customer_key
FROM {known:Identifier}
WHERE _key IN (SELECT _key FROM {plan:Identifier} WHERE moved)

-- name: waiting
SELECT countIf(customer_key NOT IN (SELECT customer_key FROM customers WHERE customer_key IN (SELECT customer_key FROM {stage:Identifier}))
  OR (employee_id != '' AND employee_id NOT IN (SELECT employee_id FROM employees)))
FROM {stage:Identifier}
WHERE empty(_problems)

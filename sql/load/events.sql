-- name: stage
-- One landing row → one event, with everything that is wrong with it.
SELECT
  sipHash64(customer) AS customer_key,
  ifNull(occurred, toDateTime64(0, 3, 'UTC')) AS occurred_at,
  event_id,
  type,
  load_day(occurred_at, {zone:String}) AS day,
  load_customer(customer_text, {source:String}) AS customer,
  load_text(row, 'employee_id') AS employee_id,
  load_text(row, 'channel') AS channel,
  load_text(row, 'touchpoint') AS touchpoint,
  load_text(row, 'campaign_id') AS campaign_id,
  load_text(row, 'group_id') AS group_id,
  load_text(row, 'content_id') AS content_id,
  number AS value,
  if(props_text = '', '', JSONExtractRaw(props_text)) AS props,
  sipHash64(tuple(occurred_at, type, customer, employee_id, channel, touchpoint, campaign_id, group_id, content_id, value, props)) AS row_hash,
  file AS _file,
  line AS _line,
  bitShiftLeft(toUInt64(indexOf({files:Array(String)}, file)), 40) + line AS _seq,
  reinterpretAsUInt128(sipHash128(event_id)) AS _key,
  sipHash64(customer_key, occurred_at) AS _place,
  day AS _day,
  _day AS _first_day,
  if(broken != '', [('', '', broken)], arrayFilter(problem -> problem.3 != '', [
    ('event_id', event_id, load_needs_text(event_id)),
    ('type', type, multiIf(type = '', 'required', load_is_event_type(type), '', 'unknown_type')),
    ('occurred_at', occurred_text, load_needs_instant(occurred_text, occurred, {clock:DateTime64(3, 'UTC')}, {zone:String})),
    ('customer', customer_text, load_needs_customer(customer_text)),
    ('value', value_text, multiIf(value_text = '', '', isNull(number), 'not_a_number', match(value_text, '\\.\\d{4}\\d*[1-9]'), 'more_than_four_places', '')),
    ('props', props_text, if(props_text = '' OR (startsWith(props_text, '{') AND isValidJSON(props_text)), '', 'not_json'))
  ])) AS _problems
FROM (
  SELECT
    file, line, row, broken,
    load_text(row, 'event_id') AS event_id,
    load_text(row, 'type') AS type,
    load_text(row, 'occurred_at') AS occurred_text,
    load_text(row, 'customer') AS customer_text,
    load_text(row, 'value') AS value_text,
    load_text(row, 'props') AS props_text,
    load_instant(occurred_text, {times:String}) AS occurred,
    load_number(value_text) AS number
  FROM landing
  WHERE dataset = 'events' AND batch = {batch:UInt64}
)

-- name: known
-- Most ids of a load are new, which event_ids_seen tells of all but one in thousands without looking through event_keys. No row is
-- theirs then, so the versions of the few others are put together here: to read FINAL takes a third longer where nothing is found.
SELECT
  reinterpretAsUInt128(sipHash128(event_id)) AS _key,
  sipHash64(customer_key, occurred_at) AS _place,
  row_hash, customer_key, occurred_at, event_id
FROM (
  SELECT *
  FROM event_keys
  PREWHERE event_id_hash IN (
    SELECT staged.hash
    FROM (
      SELECT slot, marks
      FROM event_ids_seen
      PREWHERE slot IN (SELECT toUInt32(bitShiftRight(sipHash64(event_id), 44)) FROM {stage:Identifier})
    ) AS seen
    INNER JOIN (
      SELECT sipHash64(event_id) AS hash, toUInt32(bitShiftRight(hash, 44)) AS slot, toUInt16(bitAnd(bitShiftRight(hash, 28), 65535)) AS mark
      FROM {stage:Identifier}
    ) AS staged ON staged.slot = seen.slot
    WHERE has(seen.marks, staged.mark))
  ORDER BY version DESC
  LIMIT 1 BY event_id_hash, customer_key, occurred_at, event_id
)
WHERE NOT is_deleted

-- name: leave
-- An event told again with another customer or time is sorted elsewhere: its old place is marked as left.
INSERT INTO events (customer_key, occurred_at, event_id, version, is_deleted)
SELECT customer_key, occurred_at, event_id, {batch:UInt64}, 1
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

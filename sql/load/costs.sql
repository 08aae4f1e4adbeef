-- name: stage
-- One landing row → what was spent on a day for one thing, with everything that is wrong with it. What it was spent for is its key:
-- a second row of the same day, type, channel, campaign and employee replaces the first, also within one file.
SELECT
  toDate(ifNull(date, toDate32('1970-01-01'))) AS day,
  type,
  load_text(row, 'channel') AS channel,
  load_text(row, 'campaign_id') AS campaign_id,
  load_text(row, 'employee_id') AS employee_id,
  ifNull(money, toDecimal64(0, 2)) AS amount,
  sipHash64(tuple(day, type, channel, campaign_id, employee_id, amount)) AS row_hash,
  file AS _file,
  line AS _line,
  bitShiftLeft(toUInt64(indexOf({files:Array(String)}, file)), 40) + line AS _seq,
  reinterpretAsUInt128(sipHash128(day, type, channel, campaign_id, employee_id)) AS _key,
  toUInt64(0) AS _place,
  day AS _day,
  _day AS _first_day,
  if(broken != '', [('', '', broken)], arrayFilter(problem -> problem.3 != '', [
    ('day', day_text, load_needs_day(day_text, date, {clock:DateTime64(3, 'UTC')}, {zone:String})),
    ('amount', amount_text, load_needs_money(amount_text, money)),
    ('type', type, multiIf(type = '', 'required', type IN ('media', 'coupon', 'gift', 'commission', 'labour', 'tool'), '', 'unknown_value'))
  ])) AS _problems
FROM (
  SELECT
    file, line, row, broken,
    load_text(row, 'day') AS day_text,
    load_text(row, 'amount') AS amount_text,
    lower(load_text(row, 'type')) AS type,
    load_date(day_text) AS date,
    load_money(amount_text) AS money
  FROM landing
  WHERE dataset = 'costs' AND batch = {batch:UInt64}
)

-- name: known
SELECT reinterpretAsUInt128(sipHash128(day, type, channel, campaign_id, employee_id)) AS _key, toUInt64(0) AS _place, row_hash
FROM costs FINAL
PREWHERE day IN (SELECT day FROM {stage:Identifier})

-- name: waiting
SELECT countIf((campaign_id != '' AND campaign_id NOT IN (SELECT campaign_id FROM campaigns))
  OR (employee_id != '' AND employee_id NOT IN (SELECT employee_id FROM employees)))
FROM {stage:Identifier}
WHERE empty(_problems)

-- name: stage
-- One landing row → one target of somebody for a period, with everything that is wrong with it. There is one company, whatever it is called.
SELECT
  scope,
  if(scope = 'company', 'company', scope_text) AS scope_id,
  metric,
  period,
  ifNull(load_period_from(period), toDate('1970-01-01')) AS period_from_day,
  load_period_to(period, period_from_day) AS period_to_day,
  load_text(row, 'campaign_id') AS campaign_id,
  ifNull(number, toDecimal64(0, 4)) AS value,
  weight,
  sipHash64(tuple(scope, scope_id, metric, period, campaign_id, value, weight)) AS row_hash,
  file AS _file,
  line AS _line,
  bitShiftLeft(toUInt64(indexOf({files:Array(String)}, file)), 40) + line AS _seq,
  reinterpretAsUInt128(sipHash128(scope, scope_id, metric, period, campaign_id)) AS _key,
  toUInt64(0) AS _place,
  NULL::Nullable(Date) AS _day,
  _day AS _first_day,
  if(broken != '', [('', '', broken)], arrayFilter(problem -> problem.3 != '', [
    ('scope', scope, multiIf(scope = '', 'required', scope IN ('employee', 'org_unit', 'channel', 'company'), '', 'unknown_value')),
    ('scope_id', scope_text, if(scope = 'company', '', load_needs_text(scope_text))),
    ('metric', metric, load_needs_text(metric)),
    ('period', period, multiIf(period = '', 'required', isNull(load_period_from(period)), 'not_a_period', '')),
    ('value', value_text, if(value_text = '', 'required', load_wrong_number(value_text, number))),
    ('weight', weight_text, load_wrong_number(weight_text, weight))
  ])) AS _problems
FROM (
  SELECT
    file, line, row, broken,
    lower(load_text(row, 'scope')) AS scope,
    load_text(row, 'scope_id') AS scope_text,
    load_text(row, 'metric') AS metric,
    upper(load_text(row, 'period')) AS period,
    load_text(row, 'value') AS value_text,
    load_text(row, 'weight') AS weight_text,
    load_number(value_text) AS number,
    load_number(weight_text) AS weight
  FROM landing
  WHERE dataset = 'targets' AND batch = {batch:UInt64}
)

-- name: known
SELECT reinterpretAsUInt128(sipHash128(scope, scope_id, metric, period, campaign_id)) AS _key, toUInt64(0) AS _place, row_hash
FROM targets FINAL
PREWHERE scope_id IN (SELECT scope_id FROM {stage:Identifier})

-- name: waiting
SELECT countIf((scope = 'employee' AND scope_id NOT IN (SELECT employee_id FROM employees))
  OR (scope = 'org_unit' AND scope_id NOT IN (SELECT org_unit_id FROM org_units))
  OR (scope = 'channel' AND scope_id NOT IN (SELECT channel FROM channels))
  OR (campaign_id != '' AND campaign_id NOT IN (SELECT campaign_id FROM campaigns)))
FROM {stage:Identifier}
WHERE empty(_problems)

-- name: stage
-- One landing row → one period of an organisation unit, with everything that is wrong with it.
SELECT
  org_unit_id,
  name,
  load_text(row, 'parent_id') AS parent_id,
  lower(load_text(row, 'type')) AS type,
  if(mode = '', 'normal', mode) AS kpi_mode,
  toDate(ifNull(from_date, toDate32('1970-01-01'))) AS valid_from,
  if(to_date >= toDate32('2149-01-01'), NULL, toDate(to_date)) AS valid_to,
  sipHash64(tuple(org_unit_id, name, parent_id, type, kpi_mode, valid_from, valid_to)) AS row_hash,
  file AS _file,
  line AS _line,
  bitShiftLeft(toUInt64(indexOf({files:Array(String)}, file)), 40) + line AS _seq,
  reinterpretAsUInt128(sipHash128(org_unit_id, valid_from)) AS _key,
  toUInt64(0) AS _place,
  NULL::Nullable(Date) AS _day,
  _day AS _first_day,
  if(broken != '', [('', '', broken)], arrayFilter(problem -> problem.3 != '', [
    ('org_unit_id', org_unit_id, load_needs_text(org_unit_id)),
    ('name', name, load_needs_text(name)),
    ('parent_id', parent_id, if(parent_id != '' AND parent_id = org_unit_id, 'its_own_parent', '')),
    ('type', type, if(type IN ('', 'hq', 'region', 'store', 'dept', 'team'), '', 'unknown_value')),
    ('kpi_mode', mode, if(mode IN ('', 'normal', 'none', 'cost_center'), '', 'unknown_value')),
    ('valid_from', from_text, load_wrong_date(from_text, from_date)),
    ('valid_to', to_text, load_wrong_date(to_text, to_date)),
    ('valid_to', to_text, if(to_date < from_date, 'ends_before_it_starts', ''))
  ])) AS _problems
FROM (
  SELECT
    file, line, row, broken,
    load_text(row, 'org_unit_id') AS org_unit_id,
    load_text(row, 'name') AS name,
    lower(load_text(row, 'kpi_mode')) AS mode,
    load_text(row, 'valid_from') AS from_text,
    load_text(row, 'valid_to') AS to_text,
    load_date(from_text) AS from_date,
    load_date(to_text) AS to_date
  FROM landing
  WHERE dataset = 'org_units' AND batch = {batch:UInt64}
)

-- name: known
SELECT reinterpretAsUInt128(sipHash128(org_unit_id, valid_from)) AS _key, toUInt64(0) AS _place, row_hash
FROM org_units FINAL
PREWHERE org_unit_id IN (SELECT org_unit_id FROM {stage:Identifier})

-- name: waiting
SELECT toUInt64(0)

-- name: stage
-- One landing row → one channel of the channel tree, with everything that is wrong with it.
SELECT
  channel,
  load_text(row, 'label') AS label,
  parent,
  reach_base,
  sipHash64(tuple(channel, label, parent, reach_base)) AS row_hash,
  file AS _file,
  line AS _line,
  bitShiftLeft(toUInt64(indexOf({files:Array(String)}, file)), 40) + line AS _seq,
  reinterpretAsUInt128(sipHash128(channel)) AS _key,
  toUInt64(0) AS _place,
  NULL::Nullable(Date) AS _day,
  _day AS _first_day,
  if(broken != '', [('', '', broken)], arrayFilter(problem -> problem.3 != '', [
    ('channel', channel, load_needs_text(channel)),
    ('parent', parent, if(parent != '' AND parent = channel, 'its_own_parent', '')),
    ('reach_base', reach_base, if(reach_base IN ('', 'clicks', 'parcel_cards', 'visitors', 'orders'), '', 'unknown_value'))
  ])) AS _problems
FROM (
  SELECT
    file, line, row, broken,
    load_text(row, 'channel') AS channel,
    load_text(row, 'parent') AS parent,
    lower(load_text(row, 'reach_base')) AS reach_base
  FROM landing
  WHERE dataset = 'channels' AND batch = {batch:UInt64}
)

-- name: known
SELECT reinterpretAsUInt128(sipHash128(channel)) AS _key, toUInt64(0) AS _place, row_hash
FROM channels FINAL
PREWHERE channel IN (SELECT channel FROM {stage:Identifier})

-- name: waiting
SELECT toUInt64(0)

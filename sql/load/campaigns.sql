-- name: stage
-- One landing row → one campaign, with everything that is wrong with it. It may lie in the future; an end in a year after
-- 2148 is a common way to write 'without end' and becomes the last day that a date can safely hold.
SELECT
  campaign_id,
  name,
  ifNull(starts, toDateTime64(0, 3, 'UTC')) AS starts_at,
  load_day(starts_at, {zone:String}) AS starts_day,
  least(ifNull(ends, toDateTime64(0, 3, 'UTC')), toDateTime64('2148-12-31 00:00:00', 3, 'UTC')) AS ends_at,
  load_day(ends_at, {zone:String}) AS ends_day,
  lower(load_text(row, 'mechanic')) AS mechanic,
  load_list(row['channels']) AS channels,
  discount,
  holdout_share,
  margin,
  sipHash64(tuple(campaign_id, name, starts_at, ends_at, mechanic, channels, discount, holdout_share, margin)) AS row_hash,
  file AS _file,
  line AS _line,
  bitShiftLeft(toUInt64(indexOf({files:Array(String)}, file)), 40) + line AS _seq,
  reinterpretAsUInt128(sipHash128(campaign_id)) AS _key,
  toUInt64(0) AS _place,
  NULL::Nullable(Date) AS _day,
  _day AS _first_day,
  if(broken != '', [('', '', broken)], arrayFilter(problem -> problem.3 != '', [
    ('campaign_id', campaign_id, load_needs_text(campaign_id)),
    ('name', name, load_needs_text(name)),
    ('starts_at', starts_text, load_needs_plan(starts_text, starts, {zone:String})),
    ('starts_at', starts_text, if(starts >= toDateTime64('2149-01-01 00:00:00', 3, 'UTC'), 'not_a_time', '')),
    ('ends_at', ends_text, load_needs_plan(ends_text, ends, {zone:String})),
    ('ends_at', ends_text, if(ends < starts, 'ends_before_it_starts', '')),
    ('discount', discount_text, load_wrong_share(discount_text, discount)),
    ('holdout_share', holdout_share_text, load_wrong_share(holdout_share_text, holdout_share)),
    ('margin', margin_text, load_wrong_share(margin_text, margin))
  ])) AS _problems
FROM (
  SELECT
    file, line, row, broken,
    load_text(row, 'campaign_id') AS campaign_id,
    load_text(row, 'name') AS name,
    load_text(row, 'starts_at') AS starts_text,
    load_text(row, 'ends_at') AS ends_text,
    load_text(row, 'discount') AS discount_text,
    load_text(row, 'holdout_share') AS holdout_share_text,
    load_text(row, 'margin') AS margin_text,
    load_instant(starts_text, {times:String}) AS starts,
    load_instant(ends_text, {times:String}) AS ends,
    load_number(discount_text) AS discount,
    load_number(holdout_share_text) AS holdout_share,
    load_number(margin_text) AS margin
  FROM landing
  WHERE dataset = 'campaigns' AND batch = {batch:UInt64}
)

-- name: known
SELECT reinterpretAsUInt128(sipHash128(campaign_id)) AS _key, toUInt64(0) AS _place, row_hash
FROM campaigns FINAL
PREWHERE campaign_id IN (SELECT campaign_id FROM {stage:Identifier})

-- name: waiting
SELECT toUInt64(0)

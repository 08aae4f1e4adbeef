-- name: stage
-- One landing row → how many were reached on a day by a channel, with everything that is wrong with it.
SELECT
  toDate(ifNull(date, toDate32('1970-01-01'))) AS day,
  channel,
  load_text(row, 'campaign_id') AS campaign_id,
  toUInt64(greatest(ifNull(number, 0), 0)) AS reached,
  sipHash64(tuple(day, channel, campaign_id, reached)) AS row_hash,
  file AS _file,
  line AS _line,
  bitShiftLeft(toUInt64(indexOf({files:Array(String)}, file)), 40) + line AS _seq,
  reinterpretAsUInt128(sipHash128(day, channel, campaign_id)) AS _key,
  toUInt64(0) AS _place,
  day AS _day,
  _day AS _first_day,
  if(broken != '', [('', '', broken)], arrayFilter(problem -> problem.3 != '', [
    ('day', day_text, load_needs_day(day_text, date, {clock:DateTime64(3, 'UTC')}, {zone:String})),
    ('channel', channel, load_needs_text(channel)),
    ('reached', reached_text, load_needs_count(reached_text, number))
  ])) AS _problems
FROM (
  SELECT
    file, line, row, broken,
    load_text(row, 'day') AS day_text,
    load_text(row, 'channel') AS channel,
    load_text(row, 'reached') AS reached_text,
    load_date(day_text) AS date,
    load_number(reached_text) AS number
  FROM landing
  WHERE dataset = 'reach' AND batch = {batch:UInt64}
)

-- name: known
SELECT reinterpretAsUInt128(sipHash128(day, channel, campaign_id)) AS _key, toUInt64(0) AS _place, row_hash
FROM reach FINAL
PREWHERE day IN (SELECT day FROM {stage:Identifier})

-- name: waiting
SELECT countIf(channel NOT IN (SELECT channel FROM channels)
  OR (campaign_id != '' AND campaign_id NOT IN (SELECT campaign_id FROM campaigns)))
FROM {stage:Identifier}
WHERE empty(_problems)

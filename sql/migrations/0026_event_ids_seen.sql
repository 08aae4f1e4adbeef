-- Which ids of events have been seen, in little: a load asks it of every id, and most are new. A quotient filter (Bender et al.,
-- "Don't Thrash", 2012, in rows): the first 20 bits of an id's hash are its slot, the next 16 its mark, so two bytes an id, and a
-- new id is taken for a known one once in 2^36 / ids. What may be known is then looked up in event_keys. An id that is told again adds
-- nothing once rows are merged.

CREATE TABLE IF NOT EXISTS event_ids_seen (
  slot UInt32,
  marks SimpleAggregateFunction(groupUniqArrayArray, Array(UInt16))
) ENGINE = AggregatingMergeTree ORDER BY slot
SETTINGS index_granularity = 256;

CREATE MATERIALIZED VIEW IF NOT EXISTS event_ids_seen_feed TO event_ids_seen AS
SELECT toUInt32(bitShiftRight(event_id_hash, 44)) AS slot, groupUniqArray(toUInt16(bitAnd(bitShiftRight(event_id_hash, 28), 65535))) AS marks
FROM event_keys
GROUP BY slot;

TRUNCATE TABLE event_ids_seen;

INSERT INTO event_ids_seen
SELECT toUInt32(bitShiftRight(event_id_hash, 44)) AS slot, groupUniqArray(toUInt16(bitAnd(bitShiftRight(event_id_hash, 28), 65535))) AS marks
FROM event_keys
GROUP BY slot;

-- Which types of events have come at all: a metric about enrolments says "no data" where nobody ever told of one.
CREATE TABLE IF NOT EXISTS event_types_seen (
  type LowCardinality(String)
) ENGINE = ReplacingMergeTree ORDER BY type;

CREATE MATERIALIZED VIEW IF NOT EXISTS event_types_feed TO event_types_seen AS
SELECT DISTINCT type FROM events WHERE is_deleted = 0;

INSERT INTO event_types_seen SELECT DISTINCT type FROM events FINAL;

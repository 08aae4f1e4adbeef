-- Where each employee stood in the organisation, and since when; small, rebuilt whole. One row per employee, so that a
-- new history replaces the old one entirely: she stood at [regions[i], stores[i], depts[i], teams[i]] from from_days[i]
-- up to, not including, to_days[i]. The first from_day is 1970-01-01 and the last to_day 2149-06-06; no day is missing.
CREATE TABLE IF NOT EXISTS employee_history (
  employee_id String,
  from_days Array(Date),
  to_days Array(Date),
  regions Array(String),
  stores Array(String),
  depts Array(String),
  teams Array(String),
  version UInt64
) ENGINE = ReplacingMergeTree(version) ORDER BY employee_id;

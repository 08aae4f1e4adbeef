-- What the machinery did: runs of scheduled work, and reports. Runs on SQLite and PostgreSQL alike.
-- Instants are ISO 8601 in UTC, so that text order is time order in both.

CREATE TABLE job_runs (
  id TEXT NOT NULL PRIMARY KEY,
  job TEXT NOT NULL,
  started TEXT NOT NULL,
  finished TEXT NOT NULL,
  outcome TEXT NOT NULL,
  message TEXT NOT NULL,
  detail TEXT NOT NULL
);

CREATE INDEX job_runs_by_start ON job_runs (started);

-- id is derived from the report's frozen numbers: the same numbers are the same report.
CREATE TABLE reports (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  week TEXT NOT NULL,
  lang TEXT NOT NULL,
  scope TEXT NOT NULL,
  created TEXT NOT NULL,
  as_of TEXT NOT NULL,
  data_version BIGINT NOT NULL,
  metric_versions TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  file TEXT NOT NULL,
  pages INTEGER NOT NULL,
  status TEXT NOT NULL,
  error TEXT NOT NULL
);

CREATE INDEX reports_by_week ON reports (kind, week, lang, scope);

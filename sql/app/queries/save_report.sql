INSERT INTO reports (id, kind, week, lang, scope, created, as_of, data_version, metric_versions, sha256, file, pages, status, error)
VALUES (@id, @kind, @week, @lang, @scope, @created, @as_of, @data_version, @metric_versions, @sha256, @file, @pages, @status, @error)
ON CONFLICT (id) DO UPDATE SET
  created = excluded.created,
  sha256 = excluded.sha256,
  file = excluded.file,
  pages = excluded.pages,
  status = excluded.status,
  error = excluded.error

SELECT id, kind, week, lang, scope, created, as_of, data_version, metric_versions, sha256, file, pages, status, error
FROM reports
ORDER BY created DESC, id DESC
LIMIT @limit

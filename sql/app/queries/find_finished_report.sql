SELECT id, kind, week, lang, scope, created, as_of, data_version, metric_versions, sha256, file, pages, status, error
FROM reports
WHERE kind = @kind AND week = @week AND lang = @lang AND scope = @scope AND status = 'done'
ORDER BY created DESC, id DESC
LIMIT 1

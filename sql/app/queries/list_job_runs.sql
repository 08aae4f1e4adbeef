SELECT id, job, started, finished, outcome, message, detail
FROM job_runs
ORDER BY started DESC, id DESC
LIMIT @limit

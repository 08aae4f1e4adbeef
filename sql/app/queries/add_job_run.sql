INSERT INTO job_runs (id, job, started, finished, outcome, message, detail)
VALUES (@id, @job, @started, @finished, @outcome, @message, @detail)

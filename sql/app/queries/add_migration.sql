INSERT INTO schema_migrations (name, sha256, applied) VALUES (@name, @sha256, @applied)

INSERT INTO segments (name, version, definition, state, created)
SELECT @name, coalesce(max(version), 0) + 1, @definition, @state, @created
FROM segments
WHERE name = @name

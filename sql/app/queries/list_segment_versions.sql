SELECT name, version, definition, state, created
FROM segments
WHERE name = @name
ORDER BY version DESC

SELECT name, version, definition, state, created
FROM segments
WHERE (name, version) IN (SELECT name, max(version) FROM segments GROUP BY name)
ORDER BY name

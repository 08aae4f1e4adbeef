-- How many of these views show settled rows alone; see ShownFacts.
SELECT count() FROM system.tables
WHERE database = currentDatabase() AND name IN {views:Array(String)} AND as_select NOT LIKE '%\_fresh%'

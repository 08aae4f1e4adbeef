-- The definition that the facts were built with, '' for none, and whether anything has ever been loaded.
SELECT ifNull((SELECT max(checksum) FROM facts_definition FINAL), '') AS checksum, toBool(ifNull((SELECT count() FROM batches WHERE state = 'done'), 0) > 0) AS has_facts

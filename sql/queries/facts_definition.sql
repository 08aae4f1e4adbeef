-- The definition that the facts were built with, '' for none, and whether there are any.
SELECT ifNull((SELECT max(checksum) FROM facts_definition FINAL), '') AS checksum, toBool(ifNull((SELECT count() FROM customer_facts), 0) > 0) AS has_facts

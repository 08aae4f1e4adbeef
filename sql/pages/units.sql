-- Units of the organisation as they are now, each with the id of its parent.
SELECT org_unit_id, argMax(name, valid_from) AS name, argMax(toString(type), valid_from) AS type, argMax(parent_id, valid_from) AS parent_id
FROM org_units FINAL
GROUP BY org_unit_id
HAVING type IN ('region', 'store', 'dept', 'team')
ORDER BY type, org_unit_id

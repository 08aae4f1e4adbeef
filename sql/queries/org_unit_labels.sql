SELECT org_unit_id AS id, argMax(name, valid_from) AS name FROM org_units FINAL GROUP BY org_unit_id

-- Where each employee stands in the organisation as it is now: her unit and the units above it, by type, and what she is to the company.
-- The latest row of an employee or unit counts; a chain of parents longer than ten, or in a ring, ends there.
INSERT INTO employee_places
WITH RECURSIVE
  units AS (
    SELECT org_unit_id, argMax(parent_id, valid_from) AS parent_id, argMax(toString(type), valid_from) AS type
    FROM org_units FINAL
    GROUP BY org_unit_id
  ),
  staff AS (
    SELECT
      employee_id,
      argMax(name, valid_from) AS name,
      argMax(toString(status), valid_from) AS status,
      argMax(org_unit_id, valid_from) AS org_unit_id,
      argMax(toString(employment_type), valid_from) AS employment_type
    FROM employees FINAL
    GROUP BY employee_id
  ),
  chain AS (
    SELECT employee_id, org_unit_id AS unit, 0 AS depth FROM staff
    UNION ALL
    SELECT chain.employee_id AS employee_id, units.parent_id AS unit, chain.depth + 1 AS depth
    FROM chain INNER JOIN units ON units.org_unit_id = chain.unit
    WHERE units.parent_id != '' AND chain.depth < 10
  ),
  levels AS (
    SELECT
      chain.employee_id AS employee_id,
      argMinIf(units.org_unit_id, chain.depth, units.type = 'region') AS region,
      argMinIf(units.org_unit_id, chain.depth, units.type = 'store') AS store,
      argMinIf(units.org_unit_id, chain.depth, units.type = 'dept') AS dept,
      argMinIf(units.org_unit_id, chain.depth, units.type = 'team') AS team
    FROM chain INNER JOIN units ON units.org_unit_id = chain.unit
    GROUP BY employee_id
  )
SELECT
  staff.employee_id AS employee_id,
  staff.name AS name,
  staff.status AS status,
  staff.org_unit_id AS org_unit_id,
  levels.region AS region,
  levels.store AS store,
  levels.dept AS dept,
  levels.team AS team,
  if(staff.employment_type = '', 'unknown', staff.employment_type) AS employment_type,
  {version:UInt64} AS version
FROM staff LEFT JOIN levels ON levels.employee_id = staff.employee_id;

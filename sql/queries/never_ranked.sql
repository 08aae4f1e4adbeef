-- Employees and units that are compared with nobody: those in or under a unit without KPIs of its own (kpi_mode none or
-- cost_center), and employees who have left. The organisation is that of now; a chain of parents ends after ten.
WITH RECURSIVE
  units AS (
    SELECT org_unit_id, argMax(parent_id, valid_from) AS parent_id, argMax(toString(kpi_mode), valid_from) AS kpi_mode
    FROM org_units FINAL
    GROUP BY org_unit_id
  ),
  members AS (
    SELECT false AS is_employee, org_unit_id AS id, org_unit_id AS unit, false AS has_left FROM units
    UNION ALL
    SELECT true AS is_employee, employee_id AS id, org_unit_id AS unit, status IN ('departed', 'left', 'inactive') AS has_left
    FROM employee_places FINAL
  ),
  chain AS (
    SELECT is_employee, id, has_left, unit, 0 AS depth FROM members
    UNION ALL
    SELECT chain.is_employee AS is_employee, chain.id AS id, chain.has_left AS has_left, units.parent_id AS unit, chain.depth + 1 AS depth
    FROM chain INNER JOIN units ON units.org_unit_id = chain.unit
    WHERE units.parent_id != '' AND chain.depth < 10
  )
SELECT
  chain.is_employee AS is_employee,
  chain.id AS id,
  if(countIf(units.kpi_mode IN ('none', 'cost_center')) > 0, 'without_kpis', 'departed') AS reason
FROM chain LEFT JOIN units ON units.org_unit_id = chain.unit
GROUP BY is_employee, id
HAVING countIf(units.kpi_mode IN ('none', 'cost_center')) > 0 OR max(chain.has_left)

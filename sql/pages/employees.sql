-- Employees whose name or id holds the text, with their places by name.
WITH units AS (SELECT org_unit_id, argMax(name, valid_from) AS name FROM org_units FINAL GROUP BY org_unit_id)
SELECT
  e.employee_id AS employee_id,
  e.name AS name,
  e.status AS status,
  ifNull(region.name, '') AS region,
  ifNull(store.name, '') AS store,
  ifNull(dept.name, '') AS dept,
  ifNull(team.name, '') AS team
FROM (SELECT * FROM employee_places FINAL) AS e
LEFT JOIN units AS region ON region.org_unit_id = e.region
LEFT JOIN units AS store ON store.org_unit_id = e.store
LEFT JOIN units AS dept ON dept.org_unit_id = e.dept
LEFT JOIN units AS team ON team.org_unit_id = e.team
WHERE ({id:String} = '' OR e.employee_id = {id:String})
  AND ({search:String} = '' OR positionCaseInsensitiveUTF8(e.name, {search:String}) > 0 OR positionCaseInsensitiveUTF8(e.employee_id, {search:String}) > 0)
ORDER BY e.employee_id
LIMIT {limit:UInt32}

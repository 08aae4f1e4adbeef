-- Employees whose name or id holds the text, with their places by name.
WITH (SELECT mapFromArrays(groupArray(org_unit_id), groupArray(name)) FROM (SELECT org_unit_id, argMax(name, valid_from) AS name FROM org_units FINAL GROUP BY org_unit_id)) AS names
SELECT employee_id, name, status, names[region], names[store], names[dept], names[team]
FROM employee_places FINAL
WHERE ({id:String} = '' OR employee_id = {id:String})
  AND ({search:String} = '' OR positionCaseInsensitiveUTF8(name, {search:String}) > 0 OR positionCaseInsensitiveUTF8(employee_id, {search:String}) > 0)
ORDER BY employee_id
LIMIT {limit:UInt32}

-- Where each employee stood in the organisation on every day: her unit and the units above it, by type, as they were then, and
-- what she was to the company.
-- A row of an employee or unit holds from its valid_from until the next one begins. The first holds before, too, because
-- files often tell today's state alone; and valid_to ends no place, because it tells that somebody left, not where to:
-- customers of one who has gone stay in her last store until they are handed over. Chains as in employee_places.
INSERT INTO employee_history
WITH RECURSIVE
  units AS (
    SELECT
      org_unit_id,
      tupleElement(told, 2) AS parent_id,
      tupleElement(told, 3) AS type,
      if(number = 1, toDate('1970-01-01'), tupleElement(told, 1)) AS from_day,
      if(number = length(rows), toDate('2149-06-06'), tupleElement(rows[number + 1], 1)) AS to_day
    FROM (
      SELECT org_unit_id, arraySort(groupArray((valid_from, parent_id, toString(type)))) AS rows
      FROM org_units FINAL
      GROUP BY org_unit_id
    )
    ARRAY JOIN rows AS told, arrayEnumerate(rows) AS number
  ),
  staff AS (
    SELECT
      employee_id,
      tupleElement(told, 2) AS org_unit_id,
      tupleElement(told, 3) AS employment_type,
      if(number = 1, toDate('1970-01-01'), tupleElement(told, 1)) AS from_day,
      if(number = length(rows), toDate('2149-06-06'), tupleElement(rows[number + 1], 1)) AS to_day
    FROM (
      SELECT employee_id, arraySort(groupArray((valid_from, org_unit_id, if(employment_type = '', 'unknown', toString(employment_type))))) AS rows
      FROM employees FINAL
      GROUP BY employee_id
    )
    ARRAY JOIN rows AS told, arrayEnumerate(rows) AS number
  ),
  -- One unit above an employee, for the days on which it was: at each depth these days overlap nowhere.
  chain AS (
    SELECT
      staff.employee_id AS employee_id, units.org_unit_id AS unit, units.type AS type, units.parent_id AS parent_id, 0 AS depth,
      greatest(staff.from_day, units.from_day) AS from_day, least(staff.to_day, units.to_day) AS to_day
    FROM staff INNER JOIN units ON units.org_unit_id = staff.org_unit_id
    WHERE staff.from_day < units.to_day AND units.from_day < staff.to_day
    UNION ALL
    SELECT
      chain.employee_id AS employee_id, units.org_unit_id AS unit, units.type AS type, units.parent_id AS parent_id, chain.depth + 1 AS depth,
      greatest(chain.from_day, units.from_day) AS from_day, least(chain.to_day, units.to_day) AS to_day
    FROM chain INNER JOIN units ON units.org_unit_id = chain.parent_id
    WHERE chain.depth < 10 AND chain.from_day < units.to_day AND units.from_day < chain.to_day
  ),
  -- Nothing above an employee changes but where something begins.
  beginnings AS (
    SELECT employee_id, from_day FROM staff
    UNION DISTINCT
    SELECT employee_id, from_day FROM chain
  ),
  places AS (
    SELECT
      beginnings.employee_id AS employee_id,
      beginnings.from_day AS from_day,
      argMinIf(chain.unit, chain.depth, chain.type = 'region') AS region,
      argMinIf(chain.unit, chain.depth, chain.type = 'store') AS store,
      argMinIf(chain.unit, chain.depth, chain.type = 'dept') AS dept,
      argMinIf(chain.unit, chain.depth, chain.type = 'team') AS team,
      any(beginnings.employment_type) AS employment_type
    FROM (
      -- Exactly one row of hers holds on each day.
      SELECT begun.employee_id AS employee_id, begun.from_day AS from_day, staff.employment_type AS employment_type
      FROM beginnings AS begun INNER JOIN staff ON staff.employee_id = begun.employee_id
      WHERE staff.from_day <= begun.from_day AND begun.from_day < staff.to_day
    ) AS beginnings
    LEFT JOIN chain ON chain.employee_id = beginnings.employee_id AND chain.from_day <= beginnings.from_day AND beginnings.from_day < chain.to_day
    GROUP BY employee_id, from_day
  ),
  histories AS (
    SELECT
      employee_id,
      arraySort(groupArray((from_day, region, store, dept, team, employment_type))) AS all_spans,
      -- A row that changes nothing of this begins no span.
      arrayFilter(
        (span, number) -> number = 1 OR (span.2, span.3, span.4, span.5, span.6)
          != (all_spans[number - 1].2, all_spans[number - 1].3, all_spans[number - 1].4, all_spans[number - 1].5, all_spans[number - 1].6),
        all_spans, arrayEnumerate(all_spans)) AS spans
    FROM places
    GROUP BY employee_id
  )
SELECT
  employee_id,
  arrayMap(span -> span.1, spans) AS from_days,
  arrayPushBack(arrayPopFront(from_days), toDate('2149-06-06')) AS to_days,
  arrayMap(span -> span.2, spans) AS regions,
  arrayMap(span -> span.3, spans) AS stores,
  arrayMap(span -> span.4, spans) AS depts,
  arrayMap(span -> span.5, spans) AS teams,
  arrayMap(span -> span.6, spans) AS employments,
  {version:UInt64} AS version
FROM histories;

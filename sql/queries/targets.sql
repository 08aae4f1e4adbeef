-- The targets of a kind of scope for a period, each with what is known of whom it is for: a name, and of a unit the level it
-- stands on now. A channel that only holds others has no number of its own.
SELECT
  targets.scope_id AS id,
  targets.metric AS metric,
  targets.campaign_id AS campaign,
  targets.value AS value,
  targets.weight AS weight,
  toBool(members.id != '') AS is_known,
  members.name AS name,
  members.level AS level,
  toBool(targets.scope = 'channel' AND targets.scope_id IN (SELECT parent FROM channels FINAL)) AS holds_others
FROM (SELECT * FROM targets FINAL WHERE scope = {kind:String} AND period = {period:String}) AS targets
LEFT JOIN (
  SELECT 'employee' AS scope, toString(employee_id) AS id, toString(name) AS name, '' AS level FROM employee_places FINAL
  UNION ALL
  SELECT 'org_unit', toString(org_unit_id) AS unit, toString(argMax(name, valid_from)), argMax(toString(type), valid_from) FROM org_units FINAL GROUP BY unit
  UNION ALL
  SELECT 'channel', toString(channel), toString(label), '' FROM channels FINAL
  UNION ALL
  SELECT 'company', 'company', '', ''
) AS members ON members.scope = targets.scope AND members.id = targets.scope_id
ORDER BY id, metric, campaign

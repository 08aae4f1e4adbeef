-- The periods for which targets are set, the latest first.
SELECT toString(scope) AS scope, toString(period) AS period, any(period_from_day) AS from_day, toInt32(uniqExact(scope_id)) AS members
FROM targets FINAL
GROUP BY scope, period
ORDER BY from_day DESC, period

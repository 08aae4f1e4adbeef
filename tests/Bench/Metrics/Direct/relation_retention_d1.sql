WITH
  joined AS (SELECT customer_key, min(started_day) AS joined_day FROM relations WHERE add_way <> '201' GROUP BY customer_key),
  held AS (
    SELECT DISTINCT joined.customer_key AS customer_key
    FROM joined INNER JOIN stays ON stays.customer_key = joined.customer_key
    WHERE stays.from_day <= joined.joined_day + 1 AND stays.to_day > joined.joined_day + 1
  )
SELECT period, CAST(sum(held) AS BIGINT) AS numerator, CAST(sum(everyone) AS BIGINT) AS denominator
FROM (
  SELECT date_trunc('month', joined_day) AS period, 0 AS held, 1 AS everyone FROM joined
  WHERE joined_day >= DATE '{from}' AND joined_day < DATE '{to}' AND joined_day + 1 < DATE '{to}'
  UNION ALL
  SELECT date_trunc('month', joined_day), 1, 0 FROM joined INNER JOIN held ON held.customer_key = joined.customer_key
  WHERE joined_day >= DATE '{from}' AND joined_day < DATE '{to}' AND joined_day + 1 < DATE '{to}'
) AS counted
GROUP BY period
ORDER BY period

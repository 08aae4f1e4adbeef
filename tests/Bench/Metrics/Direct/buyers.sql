SELECT date_trunc('month', day) AS period, count(DISTINCT customer_key) AS numerator, 0 AS denominator
FROM events
WHERE type = 'order_paid' AND day >= DATE '{from}' AND day < DATE '{to}'
GROUP BY 1
ORDER BY 1

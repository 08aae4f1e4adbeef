WITH
  occasions AS (SELECT DISTINCT customer_key, day FROM events WHERE type = 'order_paid'),
  numbered AS (SELECT customer_key, day, row_number() OVER (PARTITION BY customer_key ORDER BY day) AS nth FROM occasions),
  firsts AS (
    SELECT customer_key, min(day) AS first_day, max(CASE WHEN nth = 2 THEN day END) AS second_day
    FROM numbered WHERE nth <= 2 GROUP BY customer_key
  )
SELECT date_trunc('month', first_day) AS period, count(CASE WHEN second_day <= first_day + 90 THEN 1 END) AS numerator, count(*) AS denominator
FROM firsts
WHERE first_day >= DATE '{from}' AND first_day < DATE '{to}' AND first_day + 97 < DATE '{to}'
GROUP BY 1
ORDER BY 1

-- Channels that customers came from, the largest first.
SELECT toString(channel) AS channel FROM customer_facts GROUP BY channel ORDER BY count() DESC, channel LIMIT 200

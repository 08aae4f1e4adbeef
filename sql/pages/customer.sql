-- One customer as told and as computed: profile, when joined, how many orders.
SELECT
  c.customer AS customer,
  c.name AS name,
  c.phone AS phone,
  c.gender AS gender,
  toString(c.birthday) AS birthday,
  c.city AS city,
  c.job AS job,
  arrayStringConcat(c.tags, ', ') AS tags,
  f.channel AS channel,
  f.joined_day AS joined_day,
  f.acquirer AS acquirer,
  f.owner AS owner,
  toInt64(length(f.purchase_days)) AS purchase_days,
  if(empty(f.purchase_days), NULL, f.purchase_days[1]) AS first_purchase_day
FROM (SELECT * FROM customer_facts WHERE customer_id = {id:UInt64}) AS f
LEFT JOIN (SELECT * FROM customers FINAL WHERE customer_key = {id:UInt64}) AS c ON c.customer_key = f.customer_id

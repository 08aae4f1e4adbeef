-- How many customers are due under a batch, what it loaded ('' for a rebuild), and the newest batch of all.
SELECT uniqExact(customer_key), (SELECT any(toString(dataset)) FROM batches WHERE batch = {batch:UInt64}), (SELECT max(batch) FROM batches)
FROM touched
WHERE batch = {batch:UInt64}

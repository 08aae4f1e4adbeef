-- How many customers are due under a batch, and what it loaded; '' for a rebuild.
SELECT uniqExact(customer_key), (SELECT any(toString(dataset)) FROM batches WHERE batch = {batch:UInt64})
FROM touched
WHERE batch = {batch:UInt64}

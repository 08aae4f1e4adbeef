-- The customers whose facts a batch makes stale; in slices, so that a rebuild of everyone stays small.
CREATE OR REPLACE VIEW due_customers AS
SELECT DISTINCT customer_key
FROM touched
WHERE batch = {batch:UInt64} AND customer_key % {slices:UInt64} = {slice:UInt64};

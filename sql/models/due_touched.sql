-- The customers whose facts a batch makes stale; in slices, so that a rebuild of everyone stays small.
-- Neighbours are in one slice: what is sorted by customer is then read once for all slices together.
CREATE OR REPLACE TABLE due_touched ENGINE = MergeTree ORDER BY customer_key AS
SELECT DISTINCT customer_key
FROM touched
WHERE batch = {batch:UInt64} AND intDiv(bitShiftRight(customer_key, 16), intDiv(bitShiftRight(18446744073709551615, 16), {slices:UInt64}) + 1) = {slice:UInt64};

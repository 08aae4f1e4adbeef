-- Everyone the warehouse knows of, as batch 0: what a rebuild has still to do.
INSERT INTO touched
SELECT toUInt64(0) AS batch, customer_key
FROM (
  SELECT customer_key FROM customers
  UNION DISTINCT SELECT customer_key FROM relations
  UNION DISTINCT SELECT customer_key FROM ownership
  UNION DISTINCT SELECT customer_key FROM group_members
  UNION DISTINCT SELECT customer_key FROM events
  UNION DISTINCT SELECT customer_key FROM orders
  -- of whom nothing else may be known
  UNION DISTINCT SELECT customer_key FROM campaign_audience
);

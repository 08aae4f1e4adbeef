SELECT customer_key, name FROM customers FINAL WHERE customer_key IN {keys:Array(UInt64)}

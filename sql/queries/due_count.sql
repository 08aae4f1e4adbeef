SELECT uniqExact(customer_key) FROM touched WHERE batch = {batch:UInt64}

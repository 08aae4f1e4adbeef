SELECT count() FROM customers

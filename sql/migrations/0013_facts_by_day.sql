-- Settled facts stand in the order in which questions ask for them: customers by the day they joined, orders by the day
-- they were paid, so that a period reads its own rows and few others. Those whose history must be looked through (a purchase
-- refunded in full, an earlier stay in the pool) stand apart. And once more by whose they are: a page about one employee
-- reads her own customers alone. Facts are derived: they are built anew once.

ALTER TABLE customer_facts_fresh ADD COLUMN IF NOT EXISTS came_back Bool AFTER earlier_pool_until;

TRUNCATE TABLE customer_facts_fresh;

TRUNCATE TABLE order_facts_fresh;

DROP TABLE IF EXISTS customer_facts_settled;

DROP TABLE IF EXISTS order_facts_settled;

CREATE TABLE customer_facts_settled AS customer_facts_fresh
ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (has_void, came_back, joined_day, customer_id)
SETTINGS allow_nullable_key = 1;

ALTER TABLE customer_facts_settled ADD PROJECTION by_owner (SELECT * ORDER BY owner, joined_day);

ALTER TABLE customer_facts_settled ADD PROJECTION by_acquirer (SELECT * ORDER BY acquirer, joined_day);

CREATE TABLE order_facts_settled AS order_facts_fresh
ENGINE = MergeTree PARTITION BY bitShiftRight(customer_id, 62) ORDER BY (paid_day, customer_id, order_id);

ALTER TABLE order_facts_settled ADD PROJECTION by_employee (SELECT * ORDER BY employee, paid_day);

TRUNCATE TABLE facts_definition;

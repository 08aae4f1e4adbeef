-- Every day on which the customers whose facts are fresh bought something; see sql/migrations/0022_months_and_purchases.sql.
-- TRICKY: not an ARRAY JOIN, see relation_facts_fresh.sql.
CREATE OR REPLACE VIEW purchases_fresh AS
SELECT
  customer_id,
  customer,
  bought.1 AS bought_day,
  bought.2 AS void_from,
  bought.3 AS next_kept_day,
  purchases_since,
  purchase_days,
  purchase_void_from,
  joined_day,
  channel,
  acquirer,
  multiIf(
    owner_since <= bought_day, toString(owner),
    empty(earlier_owners), 'unattributed',
    toString(earlier_owners[arrayLastIndex(day -> day <= bought_day, earlier_owner_from)])) AS owner_then,
  owner,
  owner_since,
  earlier_owner_from,
  earlier_owners
FROM (
  SELECT
    customer_id,
    customer,
    arrayJoin(arrayZip(purchase_days, purchase_void_from, next_kept_days)) AS bought,
    purchases_since,
    purchase_days,
    purchase_void_from,
    joined_day,
    channel,
    acquirer,
    owner,
    owner_since,
    earlier_owner_from,
    earlier_owners
  FROM customer_facts_fresh FINAL
);

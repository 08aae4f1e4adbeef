-- Every month in which the customers whose facts are fresh did something; see sql/migrations/0022_months_and_purchases.sql.
-- TRICKY: not an ARRAY JOIN, see relation_facts_fresh.sql.
CREATE OR REPLACE VIEW customer_months_fresh AS
SELECT
  customer_id,
  told.1 AS month,
  told.2 AS active_before,
  told.3 AS bought_before,
  told.4 AS active_in_month,
  told.5 AS bought_in_month,
  told.6 AS one_to_one_in_month,
  told.7 AS in_groups_in_month,
  told.8 AS one_to_many_in_month,
  told.9 AS visited_in_month,
  bought_first,
  city,
  channel,
  acquirer,
  owner,
  owner_since
FROM (
  SELECT
    customer_id,
    arrayJoin(arrayZip(
      active_months,
      arrayPopBack(arrayPushFront(active_months, toUInt16(0))),
      arrayMap(month -> arrayLast((earlier, bought) -> earlier < month AND bought != 0, active_months, bought_in_month), active_months),
      active_in_month,
      bought_in_month,
      one_to_one_in_month,
      in_groups_in_month,
      one_to_many_in_month,
      visited_in_month)) AS told,
    bought_first,
    city,
    channel,
    acquirer,
    owner,
    owner_since
  FROM customer_facts_fresh FINAL
  WHERE notEmpty(active_months)
);

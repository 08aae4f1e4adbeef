-- Everyone a campaign was meant for, of the customers whose facts are fresh; see relation_facts_fresh.sql. Customers of whom
-- nothing else is known are among them.
CREATE OR REPLACE VIEW campaign_tasks_fresh AS
SELECT
  audience.customer_key AS customer_id,
  audience.customer AS customer,
  audience.campaign_id AS campaign_id,
  audience.arm AS arm,
  audience.dispatched_day AS dispatched_day,
  audience.executed_day AS executed_day,
  if(audience.employee_id = '', 'unattributed', toString(audience.employee_id)) AS employee,
  person.joined_day AS joined_day,
  if(person.channel = '', 'unknown', toString(person.channel)) AS channel,
  if(person.acquirer = '', 'unattributed', toString(person.acquirer)) AS acquirer,
  if(person.owner = '', 'unattributed', toString(person.owner)) AS owner,
  person.owner_since AS owner_since,
  person.earlier_owner_from AS earlier_owner_from,
  person.earlier_owners AS earlier_owners,
  person.purchase_days AS purchase_days,
  person.purchase_void_from AS purchase_void_from,
  person.kept_days AS kept_days,
  person.purchases_since AS purchases_since,
  -- staff buy nothing, as in purchase_days
  if(person.is_staff, [], person.money_days) AS money_days,
  if(person.is_staff, [], person.money_amounts) AS money_amounts
FROM (
  SELECT * FROM campaign_audience FINAL
  PREWHERE customer_key IN (SELECT customer_id FROM customer_facts_fresh)
) AS audience
LEFT ANY JOIN (SELECT * FROM customer_facts_fresh FINAL) AS person ON person.customer_id = audience.customer_key;

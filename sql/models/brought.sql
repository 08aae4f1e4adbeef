-- Whom the records of customers name as having brought them, by that customer's id: who came, and the day each joined; staff
-- left out. Nobody brings himself; see referrers.sql for the rest.
CREATE OR REPLACE VIEW brought AS
SELECT referrer_id, groupArray(customer_id) AS who, groupArray(assumeNotNull(joined_day)) AS days
FROM customer_facts
WHERE joined_day IS NOT NULL AND referrer_id != 0 AND NOT is_staff
GROUP BY referrer_id;

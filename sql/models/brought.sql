-- Whom each referrer brought: the days on which they joined, staff left out. Nobody brings himself, his own referrer, or
-- somebody who joined before him.
CREATE OR REPLACE VIEW brought AS
WITH people AS (
  SELECT customer, referrer, joined_day, is_staff
  FROM customer_facts
  WHERE joined_day IS NOT NULL
)
SELECT came.referrer AS referrer, groupArray(assumeNotNull(came.joined_day)) AS days
FROM (SELECT customer, referrer, joined_day FROM people WHERE referrer != '' AND referrer != customer AND NOT is_staff) AS came
LEFT ANY JOIN (SELECT customer, referrer, joined_day FROM people) AS host ON host.customer = came.referrer
WHERE host.customer = '' OR (host.referrer != came.customer AND host.joined_day <= came.joined_day)
GROUP BY referrer;

-- Everyone who took part in campaigns, or invited others for them, of the customers whose facts are fresh: on which days, in
-- which campaign and with whom, in their order, and who brought her.
CREATE OR REPLACE VIEW campaign_touches_fresh AS
SELECT
  touched.customer_id AS customer_id,
  arrayMap(touch -> touch.3, touched.touches) AS touch_days,
  arrayMap(touch -> touch.4, touched.touches) AS touch_campaigns,
  arrayMap(touch -> touch.5, touched.touches) AS touch_employees,
  touched.joined_day AS joined_day,
  person.referrer_id AS brought_by
FROM (
  SELECT
    customer_id,
    arraySort(groupArray((occurred_at, event_id, day, toString(campaign_id), toString(employee)))) AS touches,
    any(joined_day) AS joined_day
  FROM event_facts
  WHERE type IN ('campaign_participated', 'referral_made') AND campaign_id != '' AND customer_id IN (SELECT customer_id FROM customer_facts_fresh)
  GROUP BY customer_id
) AS touched
LEFT ANY JOIN (SELECT customer_id, referrer_id FROM customer_facts_fresh FINAL) AS person ON person.customer_id = touched.customer_id;

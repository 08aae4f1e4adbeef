WITH
  joined AS (SELECT customer_key, min(started_day) AS joined_day FROM relations WHERE add_way <> '201' GROUP BY customer_key),
  did AS (
    SELECT DISTINCT joined.customer_key AS customer_key
    FROM joined INNER JOIN events ON events.customer_key = joined.customer_key
    WHERE events.type IN ('message_received', 'content_viewed', 'mini_program_viewed', 'group_message', 'store_visited', 'content_shared', 'member_enrolled', 'survey_submitted', 'review_submitted', 'feedback_submitted', 'campaign_participated', 'appointment_booked', 'appointment_visited', 'referral_made', 'service_case_opened', 'channel_video_shared', 'official_account_followed', 'order_placed')
      AND events.day >= joined.joined_day + 1 AND events.day <= joined.joined_day + 1
  )
SELECT period, CAST(sum(did) AS BIGINT) AS numerator, CAST(sum(everyone) AS BIGINT) AS denominator
FROM (
  SELECT date_trunc('month', joined_day) AS period, 0 AS did, 1 AS everyone FROM joined
  WHERE joined_day >= DATE '{from}' AND joined_day < DATE '{to}' AND joined_day + 1 < DATE '{to}'
  UNION ALL
  SELECT date_trunc('month', joined_day), 1, 0 FROM joined INNER JOIN did ON did.customer_key = joined.customer_key
  WHERE joined_day >= DATE '{from}' AND joined_day < DATE '{to}' AND joined_day + 1 < DATE '{to}'
) AS counted
GROUP BY period
ORDER BY period

SELECT date_trunc('month', day) AS period, count(*) AS numerator, count(DISTINCT customer_key) AS denominator
FROM (
  SELECT DISTINCT customer_key, day FROM events
  WHERE type IN ('message_received', 'content_viewed', 'mini_program_viewed', 'group_message', 'store_visited', 'content_shared', 'member_enrolled', 'survey_submitted', 'review_submitted', 'feedback_submitted', 'campaign_participated', 'appointment_booked', 'appointment_visited', 'referral_made', 'service_case_opened', 'channel_video_shared', 'official_account_followed', 'order_placed')
    AND day >= DATE '{from}' AND day < DATE '{to}'
) AS days
GROUP BY 1
ORDER BY 1

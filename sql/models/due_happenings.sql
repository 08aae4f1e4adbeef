-- What of due customers' events their own facts are made of: on which days and at which moments which kinds of things happened.
-- Of what a customer does herself, the three ways in which she deals with the company: with one employee, among others in a
-- group, and as one of many who are told the same. What she does on her own (buys, browses the shop, visits a store) is in none
-- of them. visit_days: in a store or the shop; reached_days: the company wrote or sent something.
CREATE OR REPLACE TABLE due_happenings ENGINE = MergeTree ORDER BY customer_key AS
WITH
  type IN (
    'message_received', 'group_message', 'group_joined', 'official_account_followed', 'channel_video_shared',
    'live_entered', 'content_viewed', 'content_shared', 'mini_program_viewed', 'store_visited',
    'appointment_booked', 'appointment_visited', 'profile_field_filled', 'member_enrolled',
    'campaign_participated', 'referral_made', 'coupon_redeemed', 'group_buy_opened', 'lottery_assisted',
    'cart_added', 'order_placed', 'review_submitted', 'survey_submitted', 'feedback_submitted',
    'service_case_opened', 'ad_clicked') AS is_active
SELECT
  customer_key,
  any(customer) AS customer,
  max(occurred_at) AS last_at,
  argMinIf(toString(channel), (occurred_at, event_id), channel != '') AS channel,
  groupUniqArrayIf(day, is_active) AS days,
  groupArrayIf(occurred_at, is_active) AS moments,
  minIf(day, type = 'member_enrolled') AS enrolled_day,
  groupUniqArrayIf(day, type = 'appointment_booked') AS booked_days,
  groupUniqArrayIf(day, type = 'appointment_visited') AS visited_days,
  groupUniqArrayIf(day, type IN ('message_received', 'appointment_booked', 'appointment_visited', 'service_case_opened')) AS one_to_one_days,
  groupUniqArrayIf(day, type IN ('group_joined', 'group_message')) AS in_group_days,
  groupUniqArrayIf(day, type IN ('official_account_followed', 'channel_video_shared', 'live_entered', 'content_viewed', 'content_shared')) AS one_to_many_days,
  groupUniqArrayIf(day, type IN ('store_visited', 'appointment_visited', 'mini_program_viewed')) AS visit_days,
  groupUniqArrayIf(day, type IN ('message_sent', 'content_delivered', 'coupon_issued', 'group_pushed')) AS reached_days,
  groupArrayIf((day, toString(touchpoint), occurred_at), type = 'official_account_followed') AS followed,
  groupArrayIf((day, toString(touchpoint), occurred_at), type = 'official_account_unfollowed') AS unfollowed,
  groupArrayIf(occurred_at, type = 'message_received') AS messages,
  groupUniqArrayIf(day, type IN ('message_sent', 'follow_up_logged')) AS follow_up_days,
  groupUniqArrayIf((toString(group_id), day), type = 'group_message' AND group_id != '') AS group_talk
FROM due_events
GROUP BY customer_key;

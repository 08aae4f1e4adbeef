-- The event types there are. A row of another type is quarantined, not lost: add the type here and replay it.
CREATE OR REPLACE FUNCTION load_is_event_type AS (type) -> type IN (
  'friend_applied', 'friend_added', 'friend_deleted_by_customer', 'friend_deleted_by_employee',
  'customer_transferred', 'transfer_failed',
  'first_dialog', 'message_received', 'message_sent', 'follow_up_logged',
  'group_joined', 'group_left', 'group_message', 'group_pushed',
  'official_account_followed', 'official_account_unfollowed', 'channel_video_shared', 'live_entered',
  'content_delivered', 'content_viewed', 'content_shared',
  'mini_program_viewed', 'store_visited', 'appointment_booked', 'appointment_visited', 'appointment_no_show',
  'profile_field_filled', 'tag_added', 'tag_removed', 'member_enrolled', 'member_tier_changed',
  'campaign_dispatched', 'campaign_task_done', 'campaign_participated', 'referral_made', 'referral_accepted',
  'coupon_issued', 'coupon_redeemed', 'group_buy_opened', 'group_buy_completed', 'lottery_assisted',
  'cart_added', 'order_placed', 'order_paid', 'order_refunded', 'item_returned', 'item_exchanged',
  'review_submitted', 'survey_sent', 'survey_submitted', 'feedback_submitted',
  'service_case_opened', 'service_case_closed', 'ad_clicked', 'consent_granted', 'consent_withdrawn');

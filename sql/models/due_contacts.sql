-- The contacts of due customers that are counted by themselves, each with what it led to. Made once, since who looks for contacts
-- that are gone needs them all as well.
-- Every beginning in a thread opens a turn, and what follows belongs to the turn that is open; at one moment a beginning comes
-- before what follows it. A day of messages is a thread of a single turn, from the customer's first message on; they are the
-- most events of all, and are put together without being sorted.
CREATE OR REPLACE TABLE due_contacts ENGINE = MergeTree ORDER BY customer_key AS
WITH
  turns AS (
    SELECT
      *,
      type IN ('content_viewed', 'appointment_visited', 'appointment_no_show', 'service_case_closed')
        OR (kind = 'survey_request' AND type = 'survey_submitted' AND NOT is_void) AS is_outcome,
      sum(is_start) OVER (PARTITION BY customer_key, thread ORDER BY occurred_at, NOT is_start, event_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS turn
    FROM due_told
    WHERE kind != 'conversation'
  ),
  talks AS (
    SELECT
      customer_key,
      day,
      argMinIf((occurred_at, event_id, toString(employee_id), toString(touchpoint), toString(campaign_id), content_id), (occurred_at, event_id), type = 'message_received') AS first,
      arrayMin(arrayFilter(at -> at >= first.1, groupArrayIf(occurred_at, type = 'message_sent'))) AS answered_at,
      answered_at >= first.1 AS is_answered
    FROM (
      SELECT customer_key, day, type, occurred_at, event_id, employee_id, touchpoint, campaign_id, content_id
      FROM due_events
      WHERE type IN ('message_received', 'message_sent')
      UNION ALL
      SELECT customer_key, day, type, occurred_at, event_id, employee_id, touchpoint, campaign_id, content
      FROM due_told
      WHERE kind = 'conversation'
    )
    GROUP BY customer_key, day
    HAVING countIf(type = 'message_received') > 0
  )
-- each turn has one row that begins it, so any of its values is that row's
SELECT
  customer_key,
  any(kind) AS its_kind,
  any(thread) AS its_thread,
  anyIf(event_id, is_start) AS its_event,
  sipHash64(its_kind, customer_key, its_event) AS its_id,
  anyIf(day, is_start) AS its_day,
  anyIf(occurred_at, is_start) AS its_at,
  anyIf(employee_id, is_start) AS its_employee,
  anyIf(touchpoint, is_start) AS its_touchpoint,
  anyIf(campaign_id, is_start) AS its_campaign,
  anyIf(content, is_start) AS its_content,
  anyIf(survey, is_start) AS its_survey,
  anyIf(score, is_start) AS its_score,
  anyIf(scale, is_start) AS its_scale,
  anyIf(is_default, is_start) AS its_default,
  anyIf(is_void, is_start) AS its_void,
  countIf(is_outcome) > 0 AS has_outcome,
  minIf(day, is_outcome) AS outcome_day,
  minIf(occurred_at, is_outcome) AS outcome_at,
  argMinIf(type, (occurred_at, event_id), is_outcome AND kind = 'appointment') AS outcome_type,
  countIf(type = 'content_shared') > 0 AS is_shared,
  minIf(day, type = 'content_shared') AS shared_day,
  minIf(occurred_at, type = 'content_shared') AS shared_at
FROM turns
WHERE turn > 0
GROUP BY customer_key, thread, turn
UNION ALL
SELECT
  customer_key, 'conversation', 0, first.2, sipHash64('conversation', customer_key, first.2), day, first.1, first.3, first.4, first.5, first.6,
  '', NULL, NULL, false, false,
  is_answered, if(is_answered, day, toDate(0)), answered_at, '', false, toDate(0), toDateTime64(0, 3, 'UTC')
FROM talks;

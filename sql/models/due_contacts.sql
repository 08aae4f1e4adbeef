-- The contacts of due customers that are counted by themselves, each with what it led to; see docs/events.md for what is read of
-- an event. Made once, since who looks for contacts that are gone needs them all as well.
-- An event belongs to a thread: of one customer, the askings of one survey with the answers to it, the sendings of one
-- content with its views. Every beginning in a thread opens a turn, and what follows belongs to the turn that is open; at one
-- moment a beginning comes before what follows it. A day of messages is a thread of a single turn, from the customer's first
-- message on; they are the most events of all, and are put together without being sorted.
CREATE OR REPLACE TABLE due_contacts ENGINE = MergeTree ORDER BY customer_key AS
WITH
  (json, name) -> if(JSONType(json, name) = 'String', trimBoth(JSONExtractString(json, name)), if(JSONType(json, name) = 'Null', '', JSONExtractRaw(json, name))) AS prop,
  told AS (
    SELECT
      customer_key,
      event_id,
      toString(type) AS type,
      occurred_at,
      day,
      toString(employee_id) AS employee_id,
      toString(touchpoint) AS touchpoint,
      toString(campaign_id) AS campaign_id,
      type IN ('survey_sent', 'survey_submitted') AS is_survey,
      if(is_survey, lower(prop(props, 'survey')), '') AS told_survey,
      multiIf(NOT is_survey, '', told_survey != '', told_survey, lower(content_id)) AS named_survey,
      if(named_survey IN ('csat', 'nps', 'ces'), named_survey, '') AS survey,
      multiIf(NOT is_survey OR content_id != '' AND prop(props, 'survey_id') = '', content_id, prop(props, 'survey_id') != '', prop(props, 'survey_id'), told_survey) AS content_id_or_survey,
      type IN ('review_submitted', 'survey_submitted') AS is_scored,
      if(is_scored, prop(props, 'score'), '') AS told_score,
      if(told_score = '', value, toDecimal64OrNull(told_score, 4)) AS any_score,
      if(is_scored, ifNull(toDecimal64OrNull(prop(props, 'scale'), 4), multiIf(type = 'review_submitted' OR survey = 'csat', 5, survey = 'nps', 10, survey = 'ces', 7, NULL)), NULL) AS scale,
      multiIf(
        NOT is_scored, false,
        survey = 'nps', ifNull(any_score BETWEEN 0 AND 10 AND scale = 10, false),
        scale IS NULL, true,
        ifNull(any_score BETWEEN 1 AND scale, false)) AS is_on_scale,
      if(is_on_scale, any_score, NULL) AS score,
      type = 'review_submitted' AND (prop(props, 'default') IN ('true', '1') OR prop(props, 'is_default') IN ('true', '1')) AS is_default,
      type = 'survey_submitted' AND (prop(props, 'valid') IN ('false', '0') OR ifNull(toDecimal64OrNull(prop(props, 'seconds'), 4) < 3, false)) AS is_void,
      type = 'survey_sent' AND prop(props, 'reminder') IN ('true', '1') AS is_reminder,
      arrayJoin(multiIf(
        type = 'survey_submitted', ['survey_request', 'survey_answer'],
        type = 'survey_sent', ['survey_request'],
        type = 'review_submitted', ['review'],
        type = 'feedback_submitted', ['feedback'],
        type = 'channel_video_shared', ['video_share'],
        type IN ('service_case_opened', 'service_case_closed'), ['service_case'],
        type IN ('appointment_booked', 'appointment_visited', 'appointment_no_show'), ['appointment'],
        ['delivery'])) AS kind,
      multiIf(kind = 'survey_request', type = 'survey_sent' AND NOT is_reminder, type IN (
        'survey_submitted', 'review_submitted', 'feedback_submitted', 'channel_video_shared', 'service_case_opened',
        'appointment_booked', 'content_delivered')) AS is_start,
      sipHash64(kind, multiIf(
        kind = 'survey_request', content_id_or_survey,
        kind = 'delivery', if(is_start AND content_id = '', event_id, content_id),
        kind = 'appointment', prop(props, 'appointment_id'),
        kind = 'service_case', prop(props, 'case_id'),
        event_id)) AS thread
    FROM due_events
    WHERE type IN (
        'survey_sent', 'survey_submitted', 'review_submitted', 'feedback_submitted', 'channel_video_shared', 'service_case_opened',
        'service_case_closed', 'appointment_booked', 'appointment_visited', 'appointment_no_show', 'content_delivered',
        'content_viewed', 'content_shared')
  ),
  turns AS (
    SELECT
      *,
      type IN ('content_viewed', 'appointment_visited', 'appointment_no_show', 'service_case_closed')
        OR (kind = 'survey_request' AND type = 'survey_submitted' AND NOT is_void) AS is_outcome,
      sum(is_start) OVER (PARTITION BY customer_key, thread ORDER BY occurred_at, NOT is_start, event_id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS turn
    FROM told
  ),
  talks AS (
    SELECT
      customer_key,
      day,
      argMinIf((occurred_at, event_id, toString(employee_id), toString(touchpoint), toString(campaign_id), content_id), (occurred_at, event_id), type = 'message_received') AS first,
      arrayMin(arrayFilter(at -> at >= first.1, groupArrayIf(occurred_at, type = 'message_sent'))) AS answered_at,
      answered_at >= first.1 AS is_answered
    FROM due_events
    WHERE type IN ('message_received', 'message_sent')
    GROUP BY customer_key, day
    HAVING countIf(type = 'message_received') > 0
  )
-- each turn has one row that begins it, so any of its values is that row's
SELECT
  customer_key,
  any(kind) AS its_kind,
  anyIf(event_id, is_start) AS its_event,
  anyIf(day, is_start) AS its_day,
  anyIf(occurred_at, is_start) AS its_at,
  anyIf(employee_id, is_start) AS its_employee,
  anyIf(touchpoint, is_start) AS its_touchpoint,
  anyIf(campaign_id, is_start) AS its_campaign,
  anyIf(content_id_or_survey, is_start) AS its_content,
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
  customer_key, 'conversation', first.2, day, first.1, first.3, first.4, first.5, first.6,
  '', NULL, NULL, false, false,
  is_answered, if(is_answered, day, toDate(0)), answered_at, '', false, toDate(0), toDateTime64(0, 3, 'UTC')
FROM talks;

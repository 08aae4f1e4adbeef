-- What due customers' events say of contacts that are counted by themselves; see docs/events.md for what is read of an event.
-- An event belongs to a thread: of one customer, the askings of one survey with the answers to it, the sendings of one content
-- with its views. It begins something there (is_start), or follows it.
CREATE OR REPLACE TABLE due_told ENGINE = MergeTree ORDER BY customer_key AS
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
      multiIf(NOT is_survey OR content_id != '' AND prop(props, 'survey_id') = '', content_id, prop(props, 'survey_id') != '', prop(props, 'survey_id'), told_survey) AS content,
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
        kind = 'survey_request', content,
        kind = 'delivery', if(is_start AND content_id = '', event_id, content_id),
        kind = 'appointment', prop(props, 'appointment_id'),
        kind = 'service_case', prop(props, 'case_id'),
        event_id)) AS thread
    FROM due_events
    WHERE type IN (
        'survey_sent', 'survey_submitted', 'review_submitted', 'feedback_submitted', 'channel_video_shared', 'service_case_opened',
        'service_case_closed', 'appointment_booked', 'appointment_visited', 'appointment_no_show', 'content_delivered',
        'content_viewed', 'content_shared')
  )
SELECT
  customer_key, event_id, type, occurred_at, day, employee_id, touchpoint, campaign_id, content, survey, score, scale, is_default, is_void,
  kind, is_start, thread
FROM told;

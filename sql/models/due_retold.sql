-- Contacts of customers whose facts are continued that something new may follow, told again as the events they were made of: one
-- that began it and, where they came, one that it led to and one that passed it on. Of each thread that something new follows,
-- the last; of messages, those of the same day.
-- A second is told by its end, so the moment before it gives the same again, and none that a later event could come before.
INSERT INTO due_told
WITH
  followed AS (
    SELECT DISTINCT customer_key, kind, thread
    FROM due_told
    WHERE NOT is_start AND customer_key IN (SELECT customer_key FROM due_continued)
  ),
  last AS (
    SELECT kind, max(happened_day) AS day, customer_id, argMax(contact_id, (happened_at, event_id)) AS contact
    FROM contact_facts
    WHERE kind IN (SELECT kind FROM followed) AND (customer_id, thread) IN (SELECT customer_key, thread FROM followed)
    GROUP BY customer_id, kind, thread
    UNION ALL
    SELECT kind, happened_day, customer_id, contact_id
    FROM contact_facts
    WHERE (kind, happened_day, customer_id) IN (
      SELECT 'conversation', day, customer_key
      FROM due_events
      WHERE type IN ('message_received', 'message_sent') AND customer_key IN (SELECT customer_key FROM due_continued))
  ),
  contacts AS (
    SELECT
      *,
      arrayJoin(arrayFilter(part -> part.4, [
        (if(kind = 'conversation', 'message_received', ''), happened_at, happened_day, true),
        (
          multiIf(
            kind = 'conversation', 'message_sent',
            kind = 'delivery', 'content_viewed',
            kind = 'survey_request', 'survey_submitted',
            kind = 'service_case', 'service_case_closed',
            outcome = 'visited', 'appointment_visited', 'appointment_no_show'),
          happened_at + toIntervalMillisecond(greatest(ifNull(outcome_seconds, 0) * 1000 - 999, 0)),
          ifNull(outcome_day, toDate(0)),
          isNotNull(outcome_day)),
        (
          'content_shared',
          happened_at + toIntervalMillisecond(greatest(ifNull(shared_seconds, 0) * 1000 - 999, 0)),
          ifNull(shared_day, toDate(0)),
          isNotNull(shared_day))])) AS part
    FROM contact_facts
    -- by the order in which contacts stand, and then the one
    WHERE (kind, happened_day, customer_id) IN (SELECT kind, day, customer_id FROM last) AND contact_id IN (SELECT contact FROM last)
  )
SELECT
  customer_id,
  event_id,
  part.1,
  part.2,
  part.3,
  employee,
  touchpoint,
  campaign_id,
  content_id,
  survey,
  score,
  scale,
  is_default,
  is_void,
  kind,
  part.1 IN ('', 'message_received'),
  thread
FROM contacts;

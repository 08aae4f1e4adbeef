-- Facts of what passes between a customer and the company and is counted one by one: reviews, surveys and their
-- answers, feedback, service cases, appointments, contents sent, channel videos shared, and days of conversation.
-- Like the others a function of the customer's entity rows alone; see 0003_facts.sql.

CREATE TABLE IF NOT EXISTS contact_facts (
  -- review | survey_request | survey_answer | feedback | service_case | appointment | delivery | video_share | conversation
  kind LowCardinality(String),
  customer_id UInt64,
  -- the event it began with
  event_id String,
  customer String,
  happened_day Date,
  -- whom the event names, else the owner at the end of its day
  employee LowCardinality(String),
  touchpoint LowCardinality(String),
  campaign_id LowCardinality(String),
  content_id String,
  -- csat | nps | ces; '' where nobody told
  survey LowCardinality(String),
  -- NULL where none was given, or one that its scale does not have; see docs/events.md
  score Nullable(Decimal(18, 4)),
  scale Nullable(Decimal(18, 4)),
  -- written by the system for somebody who said nothing
  is_default Bool,
  -- an answer that nobody can have read the questions of, or that is marked as none
  is_void Bool,
  -- what it led to before the next of its kind: a valid answer to the survey, the coming to or missing of the
  -- appointment ('visited', 'no_show' in outcome), the first view of the content, the end of the case, an employee's
  -- answer on the same day of conversation. Seconds are counted from the beginning, begun ones as whole.
  outcome LowCardinality(String),
  outcome_day Nullable(Date),
  outcome_seconds Nullable(UInt32),
  -- the first time that the content was passed on
  shared_day Nullable(Date),
  shared_seconds Nullable(UInt32),
  joined_day Nullable(Date),
  channel LowCardinality(String),
  acquirer LowCardinality(String),
  owner_from Array(Date),
  owner_ids Array(LowCardinality(String)),
  version UInt64,
  is_deleted UInt8
) ENGINE = ReplacingMergeTree(version, is_deleted) ORDER BY (kind, customer_id, event_id);

-- Per due customer: every relation, sorted by start, with whether it began by a transfer; and every
-- ownership row, latest first. An open end is 2149-06-06.
-- A customer known only by joined_at stands for one open relation with its employee from then on.
-- A relation began by a transfer when it was added so (201 shared within the company, 202 assigned by an
-- administrator), or on the day another employee's relation ended by being transferred.
CREATE OR REPLACE TABLE due_relations ENGINE = MergeTree ORDER BY customer_key AS
WITH
  told AS (
    SELECT
      customer_key,
      groupArray((
        started_at,
        ifNull(ended_at, toDateTime64('2149-06-06 00:00:00', 3, 'UTC')) AS ended_at_or_never,
        started_day,
        ifNull(ended_day, toDate('2149-06-06')) AS ended_day_or_never,
        toString(employee_id) AS employee,
        toUInt8(add_way IN ('201', '202')) AS assigned,
        toUInt8(end_reason = 'transferred') AS handed_over,
        toString(end_reason) AS why_ended
      )) AS relations
    FROM relations FINAL
    PREWHERE customer_key IN (SELECT customer_key FROM due_customers)
    GROUP BY customer_key
  ),
  owned AS (
    SELECT
      customer_key,
      arraySort(
        o -> (-toUnixTimestamp64Milli(o.1), o.5),
        groupArray((
          valid_from,
          ifNull(valid_to, toDateTime64('2149-06-06 00:00:00', 3, 'UTC')) AS valid_to_or_never,
          valid_from_day,
          ifNull(valid_to_day, toDate('2149-06-06')) AS valid_to_day_or_never,
          toString(employee_id) AS employee
        ))
      ) AS ownerships
    FROM ownership FINAL
    PREWHERE customer_key IN (SELECT customer_key FROM due_customers)
    GROUP BY customer_key
  ),
  joined AS (
    SELECT customer_key, customer, assumeNotNull(joined_at) AS since, assumeNotNull(joined_day) AS since_day, toString(employee_id) AS employee
    FROM customers FINAL
    PREWHERE customer_key IN (SELECT customer_key FROM due_customers)
    WHERE joined_at IS NOT NULL
  ),
  rows AS (
    SELECT
      due.customer_key AS customer_key,
      owned.ownerships AS ownerships,
      multiIf(
        notEmpty(told.relations), told.relations,
        joined.customer != '', [(joined.since, toDateTime64('2149-06-06 00:00:00', 3, 'UTC'), joined.since_day, toDate('2149-06-06'), joined.employee, toUInt8(0), toUInt8(0), '')],
        []
      ) AS relations
    FROM due_customers AS due
    LEFT JOIN told ON told.customer_key = due.customer_key
    LEFT JOIN owned ON owned.customer_key = due.customer_key
    LEFT JOIN joined ON joined.customer_key = due.customer_key
  )
SELECT
  customer_key,
  ownerships::Array(Tuple(
    valid_from DateTime64(3, 'UTC'), valid_to DateTime64(3, 'UTC'), from_day Date, to_day Date, employee String)) AS ownerships,
  arraySort(
    r -> (r.1, r.5),
    arrayMap(
      r -> (r.1, r.2, r.3, r.4, r.5, toUInt8(r.6 OR arrayExists(other -> other.7 AND other.4 = r.3 AND other.5 != r.5, relations)), r.8),
      relations
    )
  )::Array(Tuple(
    started_at DateTime64(3, 'UTC'), ended_at DateTime64(3, 'UTC'), started_day Date, ended_day Date, employee String, transferred UInt8, why_ended String)) AS relations
FROM rows;

-- The rows of customers whose facts are continued (see due_continued.sql): as they stand, with what is new. What each column means
-- and how it is made of a whole history stands in customer_facts.sql; here are those that later events can change.
INSERT INTO customer_facts_fresh SETTINGS optimize_on_insert = 0
WITH
  -- of each month, the bits that stood for it and those of new days
  (months, bits, known_months, days) -> arrayMap(
    month -> bitOr(
      bits[indexOf(known_months, month)],
      toUInt32(arraySum(day -> if(toRelativeMonthNum(day) = month, bitShiftLeft(toUInt32(1), toDayOfMonth(day) - 1), 0), days))),
    months) AS also_bits,
  (days, more) -> arraySort(arrayDistinct(arrayConcat(days, more))) AS also,
  (days, joined, last) -> arrayMap(
    day -> toUInt8(day - assumeNotNull(joined)),
    arrayFilter(day -> joined IS NOT NULL AND day >= assumeNotNull(joined) AND day <= assumeNotNull(joined) + last, days)) AS offsets,
  continued AS (
    SELECT
      person.*,
      also(person.active_days, news.days) AS all_days,
      also(person.active_offsets, offsets(news.days, person.joined_day, 90)) AS all_offsets,
      also(person.follow_up_offsets, offsets(news.follow_up_days, person.joined_day, 30)) AS all_follow_ups,
      also(person.one_to_one_days, news.one_to_one_days) AS all_one_to_one,
      also(person.in_group_days, news.in_group_days) AS all_in_groups,
      also(person.one_to_many_days, news.one_to_many_days) AS all_one_to_many,
      also(person.visit_days, news.visit_days) AS all_visits,
      also(person.reached_days, news.reached_days) AS all_reached,
      also(person.booked_days, news.booked_days) AS all_booked,
      also(person.visited_days, news.visited_days) AS all_visited,
      arrayCompact(arrayMap(day -> toUInt16(toRelativeMonthNum(day)), all_days)) AS all_months,
      assumeNotNull(person.joined_at) + INTERVAL 24 HOUR AS a_day_later,
      arrayMin(arrayFilter(at -> person.joined_at IS NOT NULL AND at >= assumeNotNull(person.joined_at), news.messages)) AS first_message_at,
      news.days AS new_days,
      news.one_to_one_days AS new_one_to_one,
      news.in_group_days AS new_in_groups,
      news.one_to_many_days AS new_one_to_many,
      news.visit_days AS new_visits,
      news.enrolled_day AS enrolled_day,
      news.moments AS moments,
      news.group_talk AS group_talk,
      news.last_at AS now_last_at
    FROM (
      SELECT * FROM customer_facts
      WHERE customer_id IN (SELECT customer_key FROM due_continued)
    ) AS person
    INNER JOIN due_happenings AS news ON news.customer_key = person.customer_id
  )
SELECT
  * EXCEPT (
    all_days, all_offsets, all_follow_ups, all_one_to_one, all_in_groups, all_one_to_many, all_visits, all_reached, all_booked, all_visited, all_months,
    a_day_later, first_message_at, new_days, new_one_to_one, new_in_groups, new_one_to_many, new_visits, enrolled_day, moments, group_talk, now_last_at)
  REPLACE (
    all_offsets AS active_offsets,
    toUInt32(arraySum(offset -> if(offset <= 31, bitShiftLeft(toUInt32(1), offset), 0), all_offsets)) AS early_activity,
    ifNull(member_from, if(enrolled_day > toDate(0), enrolled_day, NULL)) AS member_from,
    ifNull(first_dialog_seconds, if(first_message_at > toDateTime64(0, 3, 'UTC'), toUInt32(intDiv(toUnixTimestamp64Milli(first_message_at) - toUnixTimestamp64Milli(assumeNotNull(joined_at)) + 999, 1000)), NULL)) AS first_dialog_seconds,
    active_24h OR (joined_at IS NOT NULL AND arrayExists(at -> at >= a_day_later AND at < a_day_later + INTERVAL 24 HOUR AND toDate(at, {zone:String}) <= assumeNotNull(joined_day) + 2, moments)) AS active_24h,
    all_follow_ups AS follow_up_offsets,
    all_days AS active_days,
    all_one_to_one AS one_to_one_days,
    all_in_groups AS in_group_days,
    all_one_to_many AS one_to_many_days,
    all_visits AS visit_days,
    all_reached AS reached_days,
    all_months AS active_months,
    also_bits(all_months, active_in_month, active_months, new_days) AS active_in_month,
    also_bits(all_months, bought_in_month, active_months, []::Array(Date)) AS bought_in_month,
    also_bits(all_months, one_to_one_in_month, active_months, new_one_to_one) AS one_to_one_in_month,
    also_bits(all_months, in_groups_in_month, active_months, new_in_groups) AS in_groups_in_month,
    also_bits(all_months, one_to_many_in_month, active_months, new_one_to_many) AS one_to_many_in_month,
    also_bits(all_months, visited_in_month, active_months, new_visits) AS visited_in_month,
    arrayMap(
      (id, from_day, to_day, talked) -> also(talked, arrayMap(talk -> talk.2, arrayFilter(talk -> talk.1 = id AND talk.2 >= from_day AND talk.2 <= to_day, group_talk))),
      group_ids, group_from, group_to, group_talk_days) AS group_talk_days,
    all_booked AS booked_days,
    all_visited AS visited_days,
    now_last_at AS last_at,
    {version:UInt64} AS version)
FROM continued;

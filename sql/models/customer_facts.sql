/* ---
grain: customer
source: customer_facts
channel: channel
dimensions:
  city: if(city = '', 'unknown', city)
owners:
  acquirer: acquirer
  now: owner_now
  at_event: owner_at_event
columns:
  owner_now: "multiIf(owner_since <= {completeThrough:Date}, owner, empty(earlier_owners), 'unattributed', earlier_owners[arrayLastIndex(day -> day <= {completeThrough:Date}, earlier_owner_from)])"
  owner_at_event: "multiIf(owner_since <= cohort_day, owner, empty(earlier_owners), 'unattributed', earlier_owners[arrayLastIndex(day -> day <= cohort_day, earlier_owner_from)])"
  # purchase occasions as known on the day one asks from
  occasions: "arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from)"
  first_purchase_day: "nullIf(occasions[1], toDate(0))"
  second_purchase_day: "nullIf(occasions[2], toDate(0))"
  has_purchased: first_purchase_day IS NOT NULL
  # joined or bought for the first time, whichever came first
  known_since: "least(ifNull(joined_day, toDate('2149-06-06')), ifNull(first_purchase_day, toDate('2149-06-06')))"
  owner_at_first_purchase: "multiIf(owner_since <= first_purchase_day, owner, empty(earlier_owners), 'unattributed', earlier_owners[arrayLastIndex(day -> day <= first_purchase_day, earlier_owner_from)])"
  birthday_valid: "ifNull(birthday BETWEEN toDate32('1900-01-01') AND {completeThrough:Date}, false)"
  profile_complete: phone_valid AND birthday_valid AND gender_known AND city_known
  # every stay in the pool, from the day it began until the day it ended, in their order
  pool_from: "if(pool_since = toDate('2149-06-06'), [], arrayPushBack(earlier_pool_since, pool_since))"
  pool_to: "if(pool_since = toDate('2149-06-06'), [], arrayPushBack(earlier_pool_until, pool_until))"
  # for periods, see Metric: the state at their end and before their beginning, and what was done in between
  held_at_end: "if(stock_day >= pool_since, stock_day < pool_until, arrayExists((since, until) -> since <= stock_day AND stock_day < until, earlier_pool_since, earlier_pool_until))"
  held_before: "if(open_day >= pool_since, open_day < pool_until, arrayExists((since, until) -> since <= open_day AND open_day < until, earlier_pool_since, earlier_pool_until))"
  is_friend_at_end: "if(stock_day >= friend_since, stock_day < friend_until, arrayExists((since, until) -> since <= stock_day AND stock_day < until, earlier_friend_since, earlier_friend_until))"
  is_grouped_at_end: "if(stock_day >= grouped_since, stock_day < grouped_until, arrayExists((since, until) -> since <= stock_day AND stock_day < until, earlier_grouped_since, earlier_grouped_until))"
  is_follower_at_end: "if(stock_day >= followed_since, stock_day < followed_until, arrayExists((since, until) -> since <= stock_day AND stock_day < until, earlier_followed_since, earlier_followed_until))"
# how many days there are in the period, or in its last days
in_period:
  active_in_period: active_days
  active_in_28_days: active_days within 28
  bought_in_period: occasions
  bought_in_365_days: occasions within 365
  one_to_one_in_period: one_to_one_days
  in_groups_in_period: in_group_days
  one_to_many_in_period: one_to_many_days
  visits_in_period: visit_days
  reached_in_period: reached_days
by_month:
  months: active_months
  of: active_days
  active_days: active_in_month
  kept_days: bought_in_month
  one_to_one_days: one_to_one_in_month
  in_group_days: in_groups_in_month
  one_to_many_days: one_to_many_in_month
  visit_days: visited_in_month
  rows:
    source: customer_months_now
    columns: [customer_id, bought_first, city, channel, acquirer, owner, owner_since]
    before:
      active_days: active_before
      kept_days: bought_before
usual:
  # nothing was bought, nor refunded, since the day one asks from
  nothing_changed:
    before: purchases_since
    columns:
      occasions: kept_days
      first_purchase_day: "nullIf(bought_first, toDate(0))"
      second_purchase_day: "nullIf(bought_second, toDate(0))"
      owner_at_first_purchase: bought_first_owner
  one_stay:
    when: NOT came_back
    columns:
      held_at_end: pool_since <= stock_day AND stock_day < pool_until
      held_before: pool_since <= open_day AND open_day < pool_until
    counted_by: [pool_since, pool_until, joined_day, member_from]
  one_friendship:
    when: empty(earlier_friend_since)
    columns:
      is_friend_at_end: friend_since <= stock_day AND stock_day < friend_until
    counted_by: [friend_since, friend_until]
  one_membership:
    when: empty(earlier_grouped_since)
    columns:
      is_grouped_at_end: grouped_since <= stock_day AND stock_day < grouped_until
    counted_by: [grouped_since, grouped_until]
  one_following:
    when: empty(earlier_followed_since)
    columns:
      is_follower_at_end: followed_since <= stock_day AND stock_day < followed_until
    counted_by: [followed_since, followed_until]
  same_owner:
    before: owner_since
    columns:
      owner_now: owner
--- */
-- One row per customer; see sql/migrations/0010_settled_facts.sql for what each column means. came_back: has earlier stays in
-- the pool; bought_first_owner: who owned her on the first of kept_days. held_24h: in the pool 24 hours after joining, at the
-- latest at the end of the next day. active_24h: did something herself in the second 24 hours, at the latest on the second day.
-- last_at: see due_continued.sql. What is counted among her days: see due_happenings.sql.
-- …_in_month: of each of active_months the days, a bit for each (whatever she does herself is among her active days).
INSERT INTO customer_facts_fresh SETTINGS optimize_on_insert = 0
WITH
  -- one after the other, what overlaps or touches made one
  spans -> arrayFold(
    (done, span) -> if(
      notEmpty(done) AND span.1 <= done[-1].2,
      arrayConcat(arrayPopBack(done), [(done[-1].1, greatest(done[-1].2, span.2))]),
      arrayConcat(done, [span])),
    arraySort(arrayFilter(span -> span.1 < span.2, spans)),
    []::Array(Tuple(Date, Date))) AS apart,
  -- of each month, a bit for each of the days in it
  (days, months) -> arrayMap(
    month -> toUInt32(arraySum(day -> if(toRelativeMonthNum(day) = month, bitShiftLeft(toUInt32(1), toDayOfMonth(day) - 1), 0), days)),
    months) AS bits,
  profiles AS (
    SELECT
      customer_key, customer, joined_at, joined_day, toString(channel) AS channel, phone, birthday, gender, city, tags, referrer,
      has(tags, 'staff') OR has(tags, '员工') AS is_staff
    FROM customers FINAL
    PREWHERE customer_key IN (SELECT customer_key FROM due_customers)
  ),
  stays AS (
    SELECT
      customer_key,
      any(customer) AS customer,
      arraySort(groupArray((joined_day, ifNull(left_day, toDate('2149-06-06')) AS until_day, toString(group_id), joined_at, ifNull(left_at, toDateTime64('2149-06-06 00:00:00', 3, 'UTC'))))) AS stays
    FROM group_members FINAL
    PREWHERE customer_key IN (SELECT customer_key FROM due_customers)
    GROUP BY customer_key
  ),
  money AS (
    SELECT
      customer_key,
      arraySort(groupArrayArray(arrayConcat([(paid_day, amount)], arrayMap((day, back) -> (day, -back), refund_days, refund_amounts)))) AS movements
    FROM due_orders
    GROUP BY customer_key
  ),
  occasions AS (
    SELECT
      customer_key, paid_day, any(customer) AS customer, maxIf(void_from, amount > 0) AS void_from, countIf(amount > 0) AS orders, groupArray(paid_at) AS moments, max(paid_at) AS last_at
    FROM due_orders
    GROUP BY customer_key, paid_day
  ),
  purchases AS (
    SELECT
      customer_key,
      any(customer) AS customer,
      groupUniqArray(paid_day) AS days,
      groupArrayArray(moments) AS moments,
      max(last_at) AS last_at,
      arraySort(groupArrayIf((paid_day, void_from), orders > 0)) AS occasions
    FROM occasions
    GROUP BY customer_key
  ),
  -- names of customers known by their relations or ownership alone
  tied AS (
    SELECT customer_key, any(customer) AS customer
    FROM (
      SELECT customer_key, customer FROM relations FINAL
      PREWHERE customer_key IN (SELECT customer_key FROM due_customers)
      UNION ALL
      SELECT customer_key, customer FROM ownership FINAL
      PREWHERE customer_key IN (SELECT customer_key FROM due_customers)
      UNION ALL
      SELECT customer_key, customer FROM stays
      UNION ALL
      SELECT customer_key, customer FROM orders FINAL
      PREWHERE customer_key IN (SELECT customer_key FROM due_customers)
    )
    GROUP BY customer_key
  ),
  known AS (
    SELECT
      due.customer_key AS customer_key,
      multiIf(profiles.customer != '', profiles.customer, happenings.customer != '', happenings.customer, tied.customer) AS customer,
      profiles.joined_at AS told_joined_at,
      profiles.joined_day AS told_joined_day,
      multiIf(profiles.channel != '', profiles.channel, happenings.channel != '', happenings.channel, 'unknown') AS channel,
      due_ties.relations AS relations,
      due_ties.ownerships AS ownerships,
      arrayConcat(happenings.days, purchases.days) AS days,
      arrayConcat(happenings.moments, purchases.moments) AS moments,
      greatest(happenings.last_at, purchases.last_at) AS last_at,
      purchases.occasions AS occasions,
      profiles.phone AS phone,
      profiles.birthday AS birthday,
      lower(profiles.gender) AS gender,
      lower(profiles.city) AS city,
      profiles.is_staff AS is_staff,
      profiles.tags AS tags,
      profiles.referrer AS referrer,
      happenings.enrolled_day AS enrolled_day,
      happenings.booked_days AS booked_days,
      happenings.visited_days AS visited_days,
      happenings.one_to_one_days AS one_to_one_days,
      happenings.in_group_days AS in_group_days,
      happenings.one_to_many_days AS one_to_many_days,
      happenings.visit_days AS visit_days,
      happenings.reached_days AS reached_days,
      happenings.messages AS messages,
      happenings.followed AS followed,
      happenings.unfollowed AS unfollowed,
      happenings.follow_up_days AS follow_up_days,
      happenings.group_talk AS group_talk,
      stays.stays AS stays,
      money.movements AS movements
    FROM due_customers AS due
    LEFT JOIN profiles ON profiles.customer_key = due.customer_key
    LEFT JOIN due_relations AS due_ties ON due_ties.customer_key = due.customer_key
    LEFT JOIN due_happenings AS happenings ON happenings.customer_key = due.customer_key
    LEFT JOIN purchases ON purchases.customer_key = due.customer_key
    LEFT JOIN stays ON stays.customer_key = due.customer_key
    LEFT JOIN money ON money.customer_key = due.customer_key
    LEFT JOIN tied ON tied.customer_key = due.customer_key
  ),
  steps AS (
    SELECT
      *,
      arrayFilter(r -> NOT r.transferred, relations) AS own_relations,
      -- a joined_at earlier than any relation wins; relations are sorted by start
      multiIf(
        empty(own_relations), told_joined_day,
        told_joined_at IS NOT NULL AND assumeNotNull(told_joined_at) < own_relations[1].started_at, told_joined_day,
        own_relations[1].started_day) AS joined_day,
      multiIf(
        empty(own_relations), told_joined_at,
        told_joined_at IS NOT NULL AND assumeNotNull(told_joined_at) < own_relations[1].started_at, told_joined_at,
        own_relations[1].started_at) AS joined_at,
      assumeNotNull(joined_at) + INTERVAL 24 HOUR AS a_day_later,
      assumeNotNull(joined_day) + 1 AS next_day,
      arrayMin(arrayFilter(at -> joined_at IS NOT NULL AND at >= assumeNotNull(joined_at), messages)) AS first_message_at,
      arraySort(arrayDistinct(arrayFilter(day -> day < toDate('2149-06-06'), arrayConcat(
        arrayMap(r -> r.started_day, relations), arrayMap(r -> r.ended_day, relations),
        arrayMap(o -> o.from_day, ownerships), arrayMap(o -> o.to_day, ownerships))))) AS change_days,
      arrayReverse(arraySort(r -> (r.started_at, -arrayFirstIndex(x -> x = r, relations)), arrayFilter(r -> r.transferred, relations))) AS takeovers,
      arrayMap(
        day -> multiIf(
          arrayExists(o -> o.from_day <= day AND day < o.to_day, ownerships),
            arrayFirst(o -> o.from_day <= day AND day < o.to_day, ownerships).employee,
          arrayExists(r -> r.started_day <= day AND day < r.ended_day, takeovers),
            arrayFirst(r -> r.started_day <= day AND day < r.ended_day, takeovers).employee,
          arrayFirst(r -> r.started_day <= day AND day < r.ended_day, relations).employee),
        change_days) AS owners_on_change,
      arrayConcat([toDate(0)], change_days) AS owner_days,
      arrayConcat(['unattributed'], arrayMap(owner -> if(owner = '', 'unattributed', owner), owners_on_change)) AS owners,
      arrayConcat([''], arrayPopBack(owners)) AS owners_before,
      arrayFilter((day, owner, before) -> owner != before, owner_days, owners, owners_before) AS owner_from,
      arrayFilter((owner, before) -> owner != before, owners, owners_before) AS owner_ids,
      arrayMap(r -> (r.started_day, r.ended_day), relations) AS friendships,
      arrayMap(stay -> (stay.1, stay.2), stays) AS memberships,
      -- what ended it: the first turning away from the same account that is not before; none has the day 1970-01-01
      arrayMap(begun -> arraySort(away -> away.3, arrayFilter(away -> away.2 = begun.2 AND away.3 >= begun.3, unfollowed))[1], followed) AS turned_away,
      arrayMap(
        (begun, away) -> (
          begun.1, if(away.1 = toDate(0), toDate('2149-06-06'), away.1), begun.2,
          begun.3, if(away.1 = toDate(0), toDateTime64('2149-06-06 00:00:00', 3, 'UTC'), away.3)),
        followed, turned_away) AS followings,
      arrayMap(span -> (span.1, span.2), followings) AS followed_spans,
      apart(friendships) AS befriended,
      apart(memberships) AS grouped,
      apart(followed_spans) AS following,
      apart(arrayConcat(friendships, memberships, followed_spans)) AS held
    FROM known
  )
SELECT
  customer_key AS customer_id,
  customer,
  joined_day,
  joined_at,
  channel,
  if(empty(own_relations) OR own_relations[1].employee = '', 'unattributed', own_relations[1].employee) AS acquirer,
  owner_ids[-1] AS owner,
  owner_from[-1] AS owner_since,
  if(length(owner_ids) > 2, arrayPopBack(owner_from), []) AS earlier_owner_from,
  if(length(owner_ids) > 2, arrayPopBack(owner_ids), []) AS earlier_owners,
  if(empty(held), toDate('2149-06-06'), held[-1].1) AS pool_since,
  if(empty(held), toDate('2149-06-06'), held[-1].2) AS pool_until,
  arrayMap(span -> span.1, arrayPopBack(held)) AS earlier_pool_since,
  arrayMap(span -> span.2, arrayPopBack(held)) AS earlier_pool_until,
  notEmpty(earlier_pool_since) AS came_back,
  if(empty(befriended), toDate('2149-06-06'), befriended[-1].1) AS friend_since,
  if(empty(befriended), toDate('2149-06-06'), befriended[-1].2) AS friend_until,
  arrayMap(span -> span.1, arrayPopBack(befriended)) AS earlier_friend_since,
  arrayMap(span -> span.2, arrayPopBack(befriended)) AS earlier_friend_until,
  if(empty(grouped), toDate('2149-06-06'), grouped[-1].1) AS grouped_since,
  if(empty(grouped), toDate('2149-06-06'), grouped[-1].2) AS grouped_until,
  arrayMap(span -> span.1, arrayPopBack(grouped)) AS earlier_grouped_since,
  arrayMap(span -> span.2, arrayPopBack(grouped)) AS earlier_grouped_until,
  if(empty(following), toDate('2149-06-06'), following[-1].1) AS followed_since,
  if(empty(following), toDate('2149-06-06'), following[-1].2) AS followed_until,
  arrayMap(span -> span.1, arrayPopBack(following)) AS earlier_followed_since,
  arrayMap(span -> span.2, arrayPopBack(following)) AS earlier_followed_until,
  arraySort(arrayDistinct(arrayMap(
    day -> toUInt8(day - assumeNotNull(joined_day)),
    arrayFilter(day -> joined_day IS NOT NULL AND day >= assumeNotNull(joined_day) AND day <= assumeNotNull(joined_day) + 90, days)))) AS active_offsets,
  toUInt32(arraySum(offset -> if(offset <= 31, bitShiftLeft(toUInt32(1), offset), 0), active_offsets)) AS early_activity,
  if(is_staff, [], arrayMap(o -> o.1, occasions)) AS purchase_days,
  if(is_staff, [], arrayMap(o -> o.2, occasions)) AS purchase_void_from,
  arrayFilter((day, void_from) -> void_from = toDate('2149-06-06'), purchase_days, purchase_void_from) AS kept_days,
  arrayMap(day -> arrayFirst(kept -> kept > day, kept_days), purchase_days) AS next_kept_days,
  kept_days[1] AS bought_first,
  kept_days[2] AS bought_second,
  greatest(purchase_days[-1], arrayMax(arrayPushBack(arrayFilter(day -> day < toDate('2149-06-06'), purchase_void_from), toDate(0)))) AS purchases_since,
  if(bought_first = toDate(0), '', owner_ids[arrayLastIndex(day -> day <= bought_first, owner_from)]) AS bought_first_owner,
  match(replaceRegexpAll(phone, '[ -]', ''), '^(\\+?86)?1[3-9][0-9]{9}$') AS phone_valid,
  -- TRICKY: earlier days would be pulled up to 1900-01-01 without a word, and so become plausible
  if(match(birthday, '^(19|20)[0-9][0-9][-/]'), toDate32OrNull(replaceAll(birthday, '/', '-')), NULL) AS birthday,
  gender IN ('m', 'f', 'male', 'female', '男', '女', '1', '2') AS gender_known,
  city NOT IN ('', '未知', 'unknown') AS city_known,
  is_staff,
  city,
  tags,
  referrer,
  if(referrer = '' OR referrer = customer, 0, sipHash64(referrer)) AS referrer_id,
  if(enrolled_day > toDate(0), enrolled_day, NULL) AS member_from,
  if(first_message_at > toDateTime64(0, 3, 'UTC'), toUInt32(intDiv(toUnixTimestamp64Milli(first_message_at) - toUnixTimestamp64Milli(assumeNotNull(joined_at)) + 999, 1000)), NULL) AS first_dialog_seconds,
  joined_at IS NOT NULL AND (
    arrayExists(r -> r.started_at <= a_day_later AND r.started_day <= next_day AND (r.ended_at > a_day_later OR r.ended_day > next_day), relations)
    OR arrayExists(stay -> stay.4 <= a_day_later AND stay.1 <= next_day AND (stay.5 > a_day_later OR stay.2 > next_day), arrayConcat(stays, followings))) AS held_24h,
  joined_at IS NOT NULL AND arrayExists(at -> at >= a_day_later AND at < a_day_later + INTERVAL 24 HOUR AND toDate(at, {zone:String}) <= next_day + 1, moments) AS active_24h,
  arraySort(arrayDistinct(arrayMap(
    day -> toUInt8(day - assumeNotNull(joined_day)),
    arrayFilter(day -> joined_day IS NOT NULL AND day >= assumeNotNull(joined_day) AND day <= assumeNotNull(joined_day) + 30, follow_up_days)))) AS follow_up_offsets,
  arraySort(arrayDistinct(days)) AS active_days,
  arraySort(one_to_one_days) AS one_to_one_days,
  arraySort(in_group_days) AS in_group_days,
  arraySort(one_to_many_days) AS one_to_many_days,
  arraySort(visit_days) AS visit_days,
  arraySort(reached_days) AS reached_days,
  arrayCompact(arrayMap(day -> toUInt16(toRelativeMonthNum(day)), active_days)) AS active_months,
  bits(active_days, active_months) AS active_in_month,
  bits(kept_days, active_months) AS bought_in_month,
  bits(one_to_one_days, active_months) AS one_to_one_in_month,
  bits(in_group_days, active_months) AS in_groups_in_month,
  bits(one_to_many_days, active_months) AS one_to_many_in_month,
  bits(visit_days, active_months) AS visited_in_month,
  arrayMap(m -> m.1, movements) AS money_days,
  arrayMap(m -> m.2, movements) AS money_amounts,
  arrayMap(r -> if(r.employee = '', 'unattributed', r.employee), relations) AS relation_employees,
  arrayMap(r -> r.started_day, relations) AS relation_from,
  arrayMap(r -> r.ended_day, relations) AS relation_to,
  arrayMap(r -> r.why_ended, relations) AS relation_ends,
  arrayMap(r -> r.transferred, relations) AS relation_transferred,
  arrayMap(stay -> stay.3, stays) AS group_ids,
  arrayMap(stay -> stay.1, stays) AS group_from,
  arrayMap(stay -> stay.2, stays) AS group_to,
  arrayMap(
    stay -> arraySort(arrayMap(talk -> talk.2, arrayFilter(talk -> talk.1 = stay.3 AND talk.2 >= stay.1 AND talk.2 <= stay.2, group_talk))),
    stays) AS group_talk_days,
  multiIf(gender IN ('f', 'female', '女', '2'), 'female', gender IN ('m', 'male', '男', '1'), 'male', 'unknown') AS gender_word,
  arraySort(booked_days) AS booked_days,
  arraySort(visited_days) AS visited_days,
  last_at,
  {version:UInt64} AS version,
  toUInt8(customer = '') AS is_deleted
FROM steps;

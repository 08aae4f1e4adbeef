-- What a segment can ask of a customer, as known on the day one asks from: what happened on that day or later is not
-- there. Channel, city, gender, tags, phone, birthday and referrer are as told last, whatever the day. A customer's
-- birthday of a year is 28 February where there is no 29th. Names differ from those of the facts, so that neither is
-- taken for the other where both are in sight.
CREATE OR REPLACE VIEW customer_traits AS
SELECT
  customer_id,
  customer,
  toString(multiIf(
    owner_since < {asOf:Date}, owner,
    empty(earlier_owners), 'unattributed',
    earlier_owners[arrayLastIndex(day -> day < {asOf:Date}, earlier_owner_from)])) AS was_owned_by,
  toString(channel) AS told_channel,
  if(city = '', 'unknown', toString(city)) AS told_city,
  toString(gender) AS told_gender,
  arrayMap(tag -> toString(tag), tags) AS told_tags,
  referrer AS told_referrer,
  referrer_id != 0 AS was_referred,
  phone_valid AS has_phone,
  birthday IS NOT NULL AND birthday <= {asOf:Date} AS was_born,
  toYear({asOf:Date}) AS year_now,
  least(makeDate32(year_now, toMonth(assumeNotNull(birthday)), 1) + toDayOfMonth(assumeNotNull(birthday)) - 1, toLastDayOfMonth(makeDate32(year_now, toMonth(assumeNotNull(birthday)), 1))) AS birthday_now,
  least(makeDate32(year_now + 1, toMonth(assumeNotNull(birthday)), 1) + toDayOfMonth(assumeNotNull(birthday)) - 1, toLastDayOfMonth(makeDate32(year_now + 1, toMonth(assumeNotNull(birthday)), 1))) AS birthday_next,
  if(was_born, toInt32(year_now) - toInt32(toYear(assumeNotNull(birthday))) - toInt32(birthday_now > {asOf:Date}), NULL) AS full_years,
  if(was_born, toInt32(dateDiff('day', toDate32({asOf:Date}), if(birthday_now >= {asOf:Date}, birthday_now, birthday_next))), NULL) AS days_to_birthday,
  if(joined_day < {asOf:Date}, joined_day, NULL) AS came_day,
  ifNull(member_from < {asOf:Date}, false) AS was_enrolled,
  pool_since < {asOf:Date} AND pool_until >= {asOf:Date}
    OR arrayExists((since, until) -> since < {asOf:Date} AND until >= {asOf:Date}, earlier_pool_since, earlier_pool_until) AS was_in_pool,
  arrayFilter((day, void_from) -> day < {asOf:Date} AND void_from >= {asOf:Date}, purchase_days, purchase_void_from) AS bought_days,
  if(empty(bought_days), NULL, bought_days[1]) AS first_bought_day,
  if(empty(bought_days), NULL, bought_days[-1]) AS last_bought_day,
  arrayFilter(day -> day < {asOf:Date}, active_days) AS acted_days,
  if(empty(acted_days), NULL, acted_days[-1]) AS last_acted_day,
  money_days AS moved_days,
  money_amounts AS moved_amounts,
  arrayMap(id -> toString(id), arrayFilter((id, from_day, to_day) -> from_day < {asOf:Date} AND to_day >= {asOf:Date}, group_ids, group_from, group_to)) AS groups_held,
  arrayFilter(booked -> booked < {asOf:Date} AND NOT arrayExists(visited -> visited >= booked AND visited < {asOf:Date}, visited_days), booked_days) AS bookings_missed,
  if(empty(bookings_missed), NULL, bookings_missed[-1]) AS last_booking_missed
FROM customer_facts;

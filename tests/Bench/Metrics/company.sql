-- A company made in the engine itself, the same for the same numbers: customers, their relations, groups, orders and
-- campaigns do not depend on how many events there are, so that two companies differ by their events alone.
-- Customers joined over three years before 2026-11-01; each talks on a few days, mostly early ones, some events on each.

-- name: org_units
INSERT INTO org_units (org_unit_id, name, parent_id, type, kpi_mode, valid_from, row_hash, version, is_deleted)
SELECT 'hq', 'HQ', '', 'hq', 'normal', toDate('2020-01-01'), 0, 1, 0
UNION ALL
SELECT concat('region', toString(number)), concat('Region ', toString(number)), 'hq', 'region', 'normal', toDate('2020-01-01'), 0, 1, 0 FROM numbers(8)
UNION ALL
SELECT concat('store', toString(number)), concat('Store ', toString(number)), concat('region', toString(number % 8)), 'store', 'normal', toDate('2020-01-01'), 0, 1, 0 FROM numbers(200)

-- name: employees
INSERT INTO employees (employee_id, name, org_unit_id, role, employment_type, status, valid_from, row_hash, version, is_deleted)
SELECT concat('e', toString(number)), concat('Employee ', toString(number)), concat('store', toString(number % 200)), 'guide', 'own', 'active', toDate('2020-01-01'), 0, 1, 0
FROM numbers({employees:UInt64})

-- name: customers
INSERT INTO customers (customer_key, customer, joined_at, joined_day, channel, employee_id, referrer, phone, birthday, gender, city, tags, row_hash, version, is_deleted)
WITH cityHash64(number, 'joined') % 1096 AS ago
SELECT
  sipHash64(customer),
  concat('bench:', toString(number)) AS customer,
  NULL,
  NULL,
  concat('channel', toString(cityHash64(number, 'channel') % 12)),
  '',
  if(number % 9 = 0, concat('bench:', toString(intDiv(number, 9))), ''),
  if(cityHash64(number, 'phone') % 10 < 7, concat('139', leftPad(toString(number % 100000000), 8, '0')), ''),
  if(cityHash64(number, 'birthday') % 10 < 5, toString(toDate('1960-01-01') + cityHash64(number, 'born') % 16000), ''),
  ['', 'f', 'm'][1 + cityHash64(number, 'gender') % 3],
  if(cityHash64(number, 'city') % 10 < 6, concat('city', toString(cityHash64(number, 'town') % 50)), ''),
  if(cityHash64(number, 'tags') % 10 < 4, [concat('tag', toString(cityHash64(number, 'tag') % 30))], []),
  0, 1, 0
FROM numbers({customers:UInt64})

-- name: relations
-- Each customer has a first friend among the employees, a quarter a second one later; three in ten friendships end, none by a transfer.
INSERT INTO relations (customer_key, customer, employee_id, started_at, started_day, ended_at, ended_day, end_reason, add_way, state, row_hash, version, is_deleted)
WITH
  toDate('2026-11-01') AS today,
  today - 1 - cityHash64(number, 'joined') % 1096 AS joined,
  if(nth = 0, joined, joined + cityHash64(number, 'second') % 200) AS started,
  cityHash64(number, nth, 'end') % 10 < 3 AS ends,
  started + intDiv(cityHash64(number, nth, 'stay') % 400 * (cityHash64(number, nth, 'short') % 100), 100) AS ended
SELECT
  sipHash64(concat('bench:', toString(number))),
  concat('bench:', toString(number)),
  concat('e', toString(cityHash64(number, nth, 'employee') % {employees:UInt64})),
  toDateTime64(started, 3, 'UTC') + toIntervalHour(4) + toIntervalSecond(number % 3600),
  started,
  if(ends AND ended < today, toDateTime64(ended, 3, 'UTC') + toIntervalHour(8), NULL),
  if(ends AND ended < today, ended, NULL),
  if(ends AND ended < today, ['customer_deleted', 'employee_deleted'][1 + cityHash64(number, nth, 'why') % 2], ''),
  if(nth = 1 AND number % 3 = 0, '201', '1'),
  '',
  0, 1, 0
FROM numbers({customers:UInt64})
ARRAY JOIN if(cityHash64(number, 'friends') % 4 = 0, [0, 1], [0]) AS nth
WHERE started < today

-- name: groups
INSERT INTO groups (group_id, name, type, owner_employee_id, store_id, row_hash, version, is_deleted)
SELECT concat('g', toString(number)), concat('Group ', toString(number)), ['flash', 'vip', 'experience'][1 + number % 3],
  concat('e', toString(number % {employees:UInt64})), concat('store', toString(number % 200)), 0, 1, 0
FROM numbers(5000)

-- name: group_members
INSERT INTO group_members (customer_key, group_id, customer, joined_at, joined_day, left_at, left_day, join_scene, invited_by, row_hash, version, is_deleted)
WITH
  toDate('2026-11-01') AS today,
  today - 1 - cityHash64(number, 'joined') % 1096 + cityHash64(number, 'group day') % 60 AS entered,
  entered + cityHash64(number, 'group stay') % 500 AS gone
SELECT
  sipHash64(concat('bench:', toString(number))),
  concat('g', toString(cityHash64(number, 'group') % 5000)),
  concat('bench:', toString(number)),
  toDateTime64(entered, 3, 'UTC') + toIntervalHour(5),
  entered,
  if(number % 2 = 0 AND gone < today, toDateTime64(gone, 3, 'UTC') + toIntervalHour(5), NULL),
  if(number % 2 = 0 AND gone < today, gone, NULL),
  '', '', 0, 1, 0
FROM numbers({customers:UInt64})
WHERE number % 4 = 0 AND entered < today

-- name: orders
-- 45 in 100 customers buy, three times on average; one order in fifteen is paid back later.
INSERT INTO orders (customer_key, order_id, customer, paid_at, paid_day, amount, status, parent_order_id, employee_id, channel, campaign_id, group_id, store_id, domain, product_category, is_test, row_hash, version, is_deleted)
WITH
  toDate('2026-11-01') AS today,
  cityHash64(number, 'joined') % 1096 AS ago,
  today - 1 - ago + toUInt32(ago * pow((cityHash64(number, nth, 'order') % 10000) / 10000, 2)) AS paid
SELECT
  sipHash64(concat('bench:', toString(number))),
  concat('o', toString(number), '-', toString(nth)),
  concat('bench:', toString(number)),
  toDateTime64(paid, 3, 'UTC') + toIntervalHour(6) + toIntervalSecond(nth),
  paid,
  toDecimal64(10 + (cityHash64(number, nth, 'amount') % 50000) / 100, 2),
  'paid', '',
  if(number % 5 = 0, concat('e', toString(cityHash64(number, nth, 'seller') % {employees:UInt64})), ''),
  '', if(cityHash64(number, nth, 'code') % 20 = 0, concat('c', toString(nth % 24)), ''),
  if(number % 40 = 0, concat('g', toString(cityHash64(number, 'group') % 5000)), ''),
  '', ['private', 'public', 'offline'][1 + cityHash64(number, nth, 'domain') % 3],
  concat('category', toString(cityHash64(number, nth, 'category') % 20)),
  false, 0, 1, 0
FROM numbers({customers:UInt64})
ARRAY JOIN range(1 + cityHash64(number, 'orders') % 5) AS nth
WHERE cityHash64(number, 'buys') % 100 < 45

-- name: refunds
INSERT INTO refunds (refund_id, order_id, refunded_at, refunded_day, amount, type, row_hash, version, is_deleted)
WITH least(paid_day + 1 + cityHash64(order_id, 'wait') % 20, toDate('2026-10-31')) AS refunded
SELECT concat('r', order_id), order_id, toDateTime64(refunded, 3, 'UTC') + toIntervalHour(9), refunded,
  if(cityHash64(order_id, 'whole') % 2 = 0, amount, toDecimal64(5, 2)), if(cityHash64(order_id, 'type') % 2 = 0, 'return', 'refund_only'), 0, 1, 0
FROM orders
WHERE cityHash64(order_id, 'refund') % 15 = 0

-- name: campaigns
INSERT INTO campaigns (campaign_id, name, starts_at, starts_day, ends_at, ends_day, mechanic, channels, discount, holdout_share, margin, row_hash, version, is_deleted)
WITH toDate('2024-11-01') + number * 30 AS starts
SELECT concat('c', toString(number)), concat('Campaign ', toString(number)), toDateTime64(starts, 3, 'UTC'), starts, toDateTime64(starts + 14, 3, 'UTC'), starts + 14,
  ['coupon', 'group_buy', 'launch'][1 + number % 3], [], 0.1, 0.1, 0.6, 0, 1, 0
FROM numbers(24)

-- name: campaign_audience
INSERT INTO campaign_audience (customer_key, campaign_id, customer, arm, employee_id, dispatched_at, dispatched_day, executed_at, executed_day, row_hash, version, is_deleted)
WITH toDate('2024-11-01') + (number % 24) * 30 AS starts
SELECT sipHash64(concat('bench:', toString(number))), concat('c', toString(number % 24)), concat('bench:', toString(number)),
  if(number % 10 = 0, 'holdout', 'treatment'), concat('e', toString(cityHash64(number, 0, 'employee') % {employees:UInt64})),
  toDateTime64(starts, 3, 'UTC') + toIntervalHour(2), starts,
  if(number % 3 > 0, toDateTime64(starts + number % 5, 3, 'UTC') + toIntervalHour(3), NULL), if(number % 3 > 0, starts + number % 5, NULL), 0, 1, 0
FROM numbers({customers:UInt64})
WHERE cityHash64(number, 'audience') % 4 = 0

-- name: costs
INSERT INTO costs (day, type, channel, campaign_id, employee_id, amount, row_hash, version, is_deleted)
SELECT toDate('2023-11-01') + number % 1096, ['media', 'coupon', 'gift', 'labour'][1 + number % 4], concat('channel', toString(intDiv(number, 1096) % 12)),
  if(number % 12 = 0, concat('c', toString(number % 24)), ''), concat('e', toString(cityHash64(number) % {employees:UInt64})), toDecimal64(100 + cityHash64(number, 'cost') % 900, 2), 0, 1, 0
FROM numbers(1096 * 12 * 4)

-- name: reach
INSERT INTO reach (day, channel, campaign_id, reached, row_hash, version, is_deleted)
SELECT toDate('2023-11-01') + number % 1096, concat('channel', toString(intDiv(number, 1096))), '', 500 + cityHash64(number) % 5000, 0, 1, 0
FROM numbers(1096 * 12)

-- name: channels
INSERT INTO channels (channel, label, parent, reach_base, row_hash, version, is_deleted)
SELECT concat('channel', toString(number)), concat('Channel ', toString(number)), '', ['clicks', 'parcel_cards', 'visitors', 'orders'][1 + number % 4], 0, 1, 0
FROM numbers(12)

-- name: events
-- A slice of the customers; on each of a customer's days {each} events on average, the first of them the customer's own.
INSERT INTO events (customer_key, occurred_at, event_id, type, day, customer, employee_id, channel, touchpoint, campaign_id, group_id, content_id, value, props, row_hash, version, is_deleted)
WITH
  cityHash64(number, 'joined') % 1096 AS ago,
  toDate('2026-10-31') - ago AS joined,
  joined + if(nth = 0, 0, toUInt32(ago * pow((cityHash64(number, nth, 'day') % 100000) / 100000, 3))) AS on_day,
  toDateTime64(on_day, 3, 'UTC') + toIntervalSecond(4 * 3600 + 3700 + i * 97 + cityHash64(number, nth, i) % 90) AS at,
  cityHash64(number, nth, i, 'type') % 1000 AS kind,
  multiIf(
    kind < 360, 'message_received', kind < 640, 'message_sent', kind < 740, 'content_viewed', kind < 820, 'mini_program_viewed',
    kind < 870, 'group_message', kind < 895, 'follow_up_logged', kind < 900, 'group_pushed', kind < 920, 'store_visited',
    kind < 940, 'content_shared', kind < 955, 'content_delivered', kind < 960, 'campaign_participated', kind < 970, 'member_enrolled',
    kind < 975, 'survey_sent', kind < 980, 'survey_submitted', kind < 983, 'review_submitted', kind < 984, 'friend_applied', kind < 987, 'appointment_booked',
    kind < 988, 'appointment_visited', kind < 989, 'appointment_no_show', kind < 992, 'referral_made', kind < 994, 'service_case_opened', kind < 996, 'channel_video_shared',
    kind < 999, 'feedback_submitted', 'official_account_followed') AS kind_of
SELECT
  sipHash64(concat('bench:', toString(number))),
  at,
  concat('v', toString(number), '-', toString(nth), '-', toString(i)),
  kind_of,
  on_day,
  concat('bench:', toString(number)),
  if(kind_of = 'message_sent', concat('e', toString(cityHash64(number, 0, 'employee') % {employees:UInt64})), ''),
  '', '',
  if(kind_of = 'campaign_participated' AND on_day >= '2024-11-01', concat('c', toString(intDiv(on_day - toDate('2024-11-01'), 30) % 24)), ''),
  if(kind_of IN ('group_message', 'group_pushed'), concat('g', toString(cityHash64(number, 'group') % 5000)), ''),
  if(kind_of IN ('content_viewed', 'content_shared', 'content_delivered', 'survey_sent', 'survey_submitted'), concat('content', toString(cityHash64(number, nth, 'content') % 500)), ''),
  if(kind_of IN ('survey_submitted', 'review_submitted'), toDecimal64(1 + cityHash64(number, nth, i, 'score') % 5, 4), NULL),
  if(kind_of IN ('survey_sent', 'survey_submitted'), concat('{"survey":"', ['csat', 'nps', 'ces'][1 + cityHash64(number, nth, 'survey') % 3], '"}'), ''),
  0, 1, 0
FROM numbers({from:UInt64}, {count:UInt64})
ARRAY JOIN range(1 + cityHash64(number, 'days') % 19) AS nth
ARRAY JOIN range(toUInt64(floor({each:Float64} * 2 * (cityHash64(number, nth, 'many') % 1000) / 1000 + 0.5))) AS i

-- name: complete
-- As if each dataset had been loaded by a batch of its own, all whole up to the last day.
INSERT INTO completeness (dataset, complete_through, batch)
SELECT arrayJoin(['customers', 'relations', 'events', 'orders', 'refunds', 'group_members', 'campaign_audience', 'costs', 'reach']), toDate('2026-10-31'), 1

-- name: batch
INSERT INTO batches (batch, dataset, source, time_zone, files, state, started_at, step)
SELECT 1, 'events', 'bench', 'Asia/Shanghai', [], 'done', now64(3, 'UTC'), 1

-- name: direct
-- The same rows as an analyst finds them who has the events alone: an order is one as well, and another if it still stands.
CREATE DATABASE IF NOT EXISTS direct

-- name: direct_events
CREATE TABLE direct.events ENGINE = MergeTree ORDER BY (customer_key, day) AS
SELECT customer_key, day, type FROM events
UNION ALL
SELECT customer_key, paid_day, 'order_placed'::LowCardinality(String) FROM orders
UNION ALL
SELECT customer_key, paid_day, 'order_paid'::LowCardinality(String)
FROM orders
LEFT ANY JOIN (SELECT order_id, sum(amount) AS back FROM refunds GROUP BY order_id) AS returned ON returned.order_id = orders.order_id
WHERE ifNull(returned.back, 0) < orders.amount

-- name: direct_relations
CREATE TABLE direct.relations ENGINE = MergeTree ORDER BY customer_key AS
SELECT customer_key, started_day, toString(add_way) AS add_way FROM relations

-- name: direct_stays
CREATE TABLE direct.stays ENGINE = MergeTree ORDER BY customer_key AS
SELECT customer_key, started_day AS from_day, ifNull(ended_day, toDate('2149-06-06')) AS to_day FROM relations
UNION ALL
SELECT customer_key, joined_day, ifNull(left_day, toDate('2149-06-06')) FROM group_members
UNION ALL
SELECT customer_key, day, toDate('2149-06-06') FROM events WHERE type = 'official_account_followed'

/* ---
label: { zh: 7日回访率, en: 7-day follow-up rate }
unit: ratio
kind: rate
facts: customer_facts
cohort: joined_day
window_days: 7
settle_days: 0
owners: [acquirer, now, at_event]
needs: [customers|relations, events, events/message_sent|events/follow_up_logged]
uses: [customers, relations]
direction: up
show:
  joined_day: joined_day
  days: "arrayStringConcat(arrayMap(offset -> toString(offset), follow_up_offsets), ',')"
because:
  numerator: { zh: "{joined_day} 加入，第 {days} 天有跟进", en: "joined {joined_day}, followed up on day {days}" }
  denominator: { zh: "{joined_day} 加入，跟进日：{days}", en: "joined {joined_day}, followed up on days: {days}" }
  immature: { zh: "{joined_day} 加入，未满 7 天", en: "joined {joined_day}, 7 days are not over" }
doc:
  zh: 加入后第 1 到第 7 天内，员工发过消息或记过跟进的客户占比。
  en: Share of the customers who joined that an employee wrote to, or noted a follow-up for, on days 1 to 7.
--- */
arrayExists(offset -> offset BETWEEN 1 AND 7, follow_up_offsets)

/* ---
label: { zh: 首次对话率（7 天内）, en: First-dialogue rate within 7 days }
unit: ratio
kind: rate
facts: customer_facts
cohort: joined_day
window_days: 7
settle_days: 0
owners: [acquirer, now, at_event]
needs: [customers|relations, events, events/message_received]
uses: [customers, relations]
direction: up
variant_of: first_dialog_rate
show:
  joined_day: joined_day
  minutes: "if(first_dialog_seconds IS NULL, NULL, intDiv(first_dialog_seconds, 60))"
because:
  numerator: { zh: "{joined_day} 加入，{minutes} 分钟后首次发言", en: "joined {joined_day}, first wrote {minutes} minutes later" }
  denominator: { zh: "{joined_day} 加入，首次发言在 {minutes} 分钟后", en: "joined {joined_day}, first wrote after {minutes} minutes" }
  immature: { zh: "{joined_day} 加入，未满观察期", en: "joined {joined_day}, not observed in full yet" }
doc:
  zh: 加入后 7 天内主动发过消息的客户占比；没有消息数据时无值，不是 0。
  en: Share of the customers who joined that wrote within 7 days of joining; without message data there is no value rather than 0.
--- */
ifNull(first_dialog_seconds <= 604800, false)

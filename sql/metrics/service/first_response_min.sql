/* ---
label: { zh: 首次响应时长, en: First response time }
unit: minutes
kind: mean
facts: conversations
cohort: wrote_day
window_days: 0
settle_days: 0
among: answered_seconds IS NOT NULL
owners: [at_event, acquirer, now]
needs: [events, events/message_received, events/message_sent]
uses: [customers, relations]
direction: down
show:
  wrote_day: wrote_day
  minutes: intDiv(assumeNotNull(answered_seconds), 60)
because:
  numerator: { zh: "{wrote_day} 客户发言，{minutes} 分钟后回复", en: "wrote on {wrote_day}, answered {minutes} minutes later" }
  immature: { zh: "{wrote_day} 客户发言，当天未结束", en: "wrote on {wrote_day}, the day is not over" }
  excluded: { zh: "当天没有回复", en: "not answered that day" }
doc:
  zh: 当日有回复的会话日，从客户当天首条消息到员工首条消息的平均分钟数，夜间也计时；每个会话日权重相同。由消息记录推算，没有回复的会话日不在内，要与 reply_rate 一起看。
  en: Over the days on which customers wrote and were answered, the average of minutes from the customer's first message of the day to the employee's first after it, nights included; every such day weighs the same. Worked out from messages; days without an answer are not in it, so it is to be read beside reply_rate.
--- */
toDecimal128(assumeNotNull(answered_seconds), 14) / 60

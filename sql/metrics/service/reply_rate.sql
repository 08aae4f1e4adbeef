/* ---
label: { zh: 当日回复率, en: Answered the same day }
unit: ratio
kind: rate
facts: conversations
cohort: wrote_day
window_days: 0
settle_days: 0
owners: [at_event, acquirer, now]
needs: [events, events/message_received, events/message_sent]
uses: [customers, relations]
direction: up
show:
  wrote_day: wrote_day
  minutes: "if(answered_seconds IS NULL, NULL, intDiv(assumeNotNull(answered_seconds), 60))"
because:
  numerator: { zh: "{wrote_day} 客户发言，{minutes} 分钟后回复", en: "wrote on {wrote_day}, answered {minutes} minutes later" }
  denominator: { zh: "{wrote_day} 客户发言，几分钟后回复：{minutes}", en: "wrote on {wrote_day}, answered after minutes: {minutes}" }
  immature: { zh: "{wrote_day} 客户发言，当天未结束", en: "wrote on {wrote_day}, the day is not over" }
doc:
  zh: 客户发过消息的会话日（每位客户每天算一个）中，当日客户首条消息之后有员工消息的占比。由消息记录推算，不是企业微信的「已回复聊天占比」：过了零点才回复的算没有回复，员工发的是不是答复无从知道。
  en: Of the days on which customers wrote (one for each customer and day), the share on which an employee wrote after the customer's first message of that day. Worked out from messages, and not WeCom's own figure; an answer after midnight comes too late, and whether what the employee wrote was an answer nobody knows.
--- */
answered_seconds IS NOT NULL

/* ---
label: { zh: 调研回收率, en: Survey response rate }
unit: ratio
kind: rate
facts: survey_requests
cohort: asked_day
window_days: 14
settle_days: 0
owners: [at_event, acquirer, now]
needs: [events, events/survey_sent, events/survey_submitted]
uses: [customers, relations]
direction: up
show:
  asked_day: asked_day
  answered_day: answered_day
  survey: content_id
because:
  numerator: { zh: "{asked_day} 收到问卷 {survey}，{answered_day} 回答", en: "asked {survey} on {asked_day}, answered {answered_day}" }
  denominator: { zh: "{asked_day} 收到问卷 {survey}，回答：{answered_day}", en: "asked {survey} on {asked_day}, answered: {answered_day}" }
  immature: { zh: "{asked_day} 收到问卷 {survey}，未满 14 天", en: "asked {survey} on {asked_day}, 14 days are not over" }
doc:
  zh: 期内送达的问卷中，14 天内收到有效回答的占比；每次送达各算一次（标明为提醒的不算），回答算在同一问卷最近一次送达上；作答过快或标明无效的回答不算。
  en: Of the surveys sent in the period, the share that got a valid answer within 14 days; every sending counts (but for those marked as reminders), and an answer belongs to the last sending of the same survey before it; answers given too fast or marked as not valid do not count.
--- */
ifNull(answered_day <= cohort_day + 14, false)

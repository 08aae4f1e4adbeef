/* ---
label: { zh: 费力度问卷回收率, en: Response rate of effort surveys }
unit: ratio
kind: rate
facts: survey_requests
cohort: asked_day
window_days: 14
settle_days: 0
among: survey = 'ces'
owners: [at_event, acquirer, now]
needs: [events, events/survey_sent, events/survey_submitted]
uses: [customers, relations]
direction: up
variant_of: survey_recovery_rate
show:
  asked_day: asked_day
  answered_day: answered_day
  survey: content_id
because:
  numerator: { zh: "{asked_day} 收到问卷 {survey}，{answered_day} 回答", en: "asked {survey} on {asked_day}, answered {answered_day}" }
  denominator: { zh: "{asked_day} 收到问卷 {survey}，回答：{answered_day}", en: "asked {survey} on {asked_day}, answered: {answered_day}" }
  immature: { zh: "{asked_day} 收到问卷 {survey}，未满 14 天", en: "asked {survey} on {asked_day}, 14 days are not over" }
  excluded: { zh: "其他问卷", en: "another survey" }
doc:
  zh: 费力度问卷送达后 14 天内收到有效回答的占比，规则同 survey_recovery_rate；与 ces 一起看：回答的人少，分数就不能代表全部客户。
  en: Of the effort surveys sent in the period, the share with a valid answer within 14 days, as in survey_recovery_rate; to be read beside ces, since a score of few does not speak for all.
--- */
ifNull(answered_day <= cohort_day + 14, false)

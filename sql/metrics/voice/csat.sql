/* ---
label: { zh: 满意度, en: Customer satisfaction }
unit: ratio
kind: rate
facts: survey_answers
cohort: answered_day
window_days: 0
settle_days: 0
among: survey = 'csat' AND is_scored
owners: [at_event, acquirer, now]
needs: [events, events/survey_submitted]
uses: [customers, relations]
direction: up
show:
  answered_day: answered_day
  score: score
  scale: scale
because:
  numerator: { zh: "{answered_day} 答 {score} 分（满分 {scale}）", en: "answered {score} of {scale} on {answered_day}" }
  denominator: { zh: "{answered_day} 答 {score} 分（满分 {scale}）", en: "answered {score} of {scale} on {answered_day}" }
  immature: { zh: "{answered_day} 作答，当天未结束", en: "answered {answered_day}, the day is not over" }
  excluded: { zh: "其他问卷，没有分数，或无效作答", en: "another survey, no score, or no valid answer" }
doc:
  zh: 期内满意度问卷的有效回答中，得分不低于满分五分之四（5 分制即 4、5 分）的占比；没有分数或作答过快的回答不算。有多少人回答见 csat_response_rate。
  en: Of the valid answers to satisfaction surveys given in the period, the share of at least four fifths of the scale (4 or 5 of 5); answers without a score or given too fast are left out. How many answered is csat_response_rate.
--- */
ifNull(score * 5 >= scale * 4, false)

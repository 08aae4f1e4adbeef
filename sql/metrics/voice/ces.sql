/* ---
label: { zh: 易用度, en: Customer ease }
unit: ratio
kind: rate
facts: survey_answers
cohort: answered_day
window_days: 0
settle_days: 0
among: survey = 'ces' AND is_scored
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
  zh: 期内费力度问卷（分数越高越省力，默认 7 分制）的有效回答中，得分高于量表中点（7 分制即 5 到 7 分）的占比；没有分数或作答过快的回答不算。有多少人回答见 ces_response_rate。
  en: Of the valid answers to effort surveys (a higher score is easier, of 7 unless told otherwise) given in the period, the share above the middle of the scale (5 to 7 of 7); answers without a score or given too fast are left out. How many answered is ces_response_rate.
--- */
ifNull(score * 2 > scale + 1, false)

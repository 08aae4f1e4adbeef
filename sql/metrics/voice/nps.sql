/* ---
label: { zh: 净推荐值, en: Net promoter score }
unit: points
kind: mean
facts: survey_answers
cohort: answered_day
window_days: 0
settle_days: 0
among: survey = 'nps' AND is_scored
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
  immature: { zh: "{answered_day} 作答，当天未结束", en: "answered {answered_day}, the day is not over" }
  excluded: { zh: "其他问卷，没有分数，或无效作答", en: "another survey, no score, or no valid answer" }
doc:
  zh: 期内推荐意愿问卷（0 到 10 分）的有效回答中，9、10 分的百分比减去 0 到 6 分的百分比，从 −100 到 100；没有分数、不是 0 到 10 分或作答过快的回答不算。有多少人回答见 nps_response_rate。
  en: Of the valid answers from 0 to 10 to whether they would recommend the company, given in the period, the percentage of 9 and 10 less that of 0 to 6, from −100 to 100; answers without a score, on another scale or given too fast are left out. How many answered is nps_response_rate.
--- */
multiIf(score >= 9, 100, score <= 6, -100, 0)

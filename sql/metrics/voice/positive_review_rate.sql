/* ---
label: { zh: 好评率, en: Positive reviews }
unit: ratio
kind: rate
facts: reviews
cohort: reviewed_day
window_days: 0
settle_days: 0
among: score IS NOT NULL AND NOT is_default
owners: [at_event, acquirer, now]
needs: [events, events/review_submitted]
uses: [customers, relations]
direction: up
show:
  reviewed_day: reviewed_day
  score: score
  scale: scale
because:
  numerator: { zh: "{reviewed_day} 评 {score} 分（满分 {scale}）", en: "gave {score} of {scale} on {reviewed_day}" }
  denominator: { zh: "{reviewed_day} 评 {score} 分（满分 {scale}）", en: "gave {score} of {scale} on {reviewed_day}" }
  immature: { zh: "{reviewed_day} 评价，当天未结束", en: "reviewed {reviewed_day}, the day is not over" }
  excluded: { zh: "系统默认好评，或没有分数", en: "written by the system, or without a score" }
doc:
  zh: 期内有分数的评价中，得分不低于满分五分之四（5 分制即 4、5 分）的占比。系统默认好评不算，没有分数的评价不是 0 分，也不算。
  en: Of the reviews with a score written in the period, the share that give at least four fifths of the scale (4 or 5 of 5). What the system writes for those who say nothing is left out; a review without a score is no zero and is left out too.
--- */
is_good

/* ---
label: { zh: 好评率（含默认好评）, en: "Positive reviews, the system's included" }
unit: ratio
kind: rate
facts: reviews
cohort: reviewed_day
window_days: 0
settle_days: 0
among: score IS NOT NULL
owners: [at_event, acquirer, now]
needs: [events, events/review_submitted]
uses: [customers, relations]
direction: up
variant_of: positive_review_rate
show:
  reviewed_day: reviewed_day
  score: score
  scale: scale
because:
  numerator: { zh: "{reviewed_day} 评 {score} 分（满分 {scale}）", en: "gave {score} of {scale} on {reviewed_day}" }
  denominator: { zh: "{reviewed_day} 评 {score} 分（满分 {scale}）", en: "gave {score} of {scale} on {reviewed_day}" }
  immature: { zh: "{reviewed_day} 评价，当天未结束", en: "reviewed {reviewed_day}, the day is not over" }
  excluded: { zh: "没有分数", en: "without a score" }
doc:
  zh: 同好评率，但把系统替沉默客户写的默认好评也算进来，便于和电商平台口径对照；考核看好评率。
  en: The same as positive reviews, with what the system writes for those who say nothing counted too, as marketplaces do; to judge anybody by, there is the rate without them.
--- */
is_good

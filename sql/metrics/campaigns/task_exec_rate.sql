/* ---
label: { zh: 任务执行率, en: Tasks done }
unit: ratio
kind: rate
facts: campaign_tasks
cohort: dispatched_day
window_days: 7
settle_days: 0
among: arm = 'treatment' AND dispatched_day IS NOT NULL
owners: [at_event, acquirer, now]
needs: [campaign_audience]
uses: [customers, relations]
direction: up
show:
  dispatched_day: dispatched_day
  executed_day: executed_day
  campaign: campaign_id
because:
  numerator: { zh: "{campaign}：{dispatched_day} 下发，{executed_day} 执行", en: "{campaign}: given out {dispatched_day}, done {executed_day}" }
  denominator: { zh: "{campaign}：{dispatched_day} 下发，执行：{executed_day}", en: "{campaign}: given out {dispatched_day}, done: {executed_day}" }
  immature: { zh: "{campaign}：{dispatched_day} 下发，未满 7 天", en: "{campaign}: given out {dispatched_day}, 7 days are not over" }
  excluded: { zh: "对照组，或没有下发", en: "in the holdout, or not given out" }
doc:
  zh: 下发给员工的活动任务（按客户计）中，7 天内执行的占比；对照组不算。
  en: Of the campaign tasks given out to employees, one for each customer, the share done within 7 days; the holdout is left out.
--- */
ifNull(executed_day <= cohort_day + 7, false)

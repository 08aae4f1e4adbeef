/* ---
label: { zh: 活动7日转化率, en: "Campaign conversion, 7 days" }
unit: ratio
kind: rate
facts: campaign_tasks
cohort: dispatched_day
window_days: 7
settle_days: 7
among: arm = 'treatment' AND dispatched_day IS NOT NULL
owners: [at_event, acquirer, now]
needs: [campaign_audience, orders]
uses: [customers, relations, refunds]
direction: up
show:
  dispatched_day: dispatched_day
  campaign: campaign_id
because:
  numerator: { zh: "{campaign}：{dispatched_day} 下发，7 天内购买", en: "{campaign}: given out {dispatched_day}, bought within 7 days" }
  denominator: { zh: "{campaign}：{dispatched_day} 下发", en: "{campaign}: given out {dispatched_day}" }
  immature: { zh: "{campaign}：{dispatched_day} 下发，未满 14 天", en: "{campaign}: given out {dispatched_day}, 14 days are not over" }
  excluded: { zh: "对照组，或没有下发", en: "in the holdout, or not given out" }
doc:
  zh: 下发的活动任务（按客户计）中，下发后 7 天内（含当天）该客户有有效订单的占比；是同期购买，不是活动带来的增量。满 7 天加 7 天结算期才计入。
  en: Of the campaign tasks given out, one for each customer, the share whose customer has a valid order within 7 days, that day included; it is what they bought, not what the campaign added. Counted once 7 days and 7 more to settle are over.
--- */
arrayExists(day -> day >= cohort_day AND day <= cohort_day + 7, occasions)

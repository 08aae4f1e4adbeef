/* ---
label: { zh: 增量转化率, en: Incremental conversion }
unit: ratio
kind: lift
treated: arm = 'treatment'
stratum: campaign_id
facts: campaign_tasks
cohort: ends_day
window_days: 3
settle_days: 7
among: ends_day IS NOT NULL
owners: [at_event, acquirer, now]
needs: [campaign_audience, campaigns, orders]
uses: [customers, relations, refunds]
direction: none
show:
  ends_day: ends_day
  campaign: campaign_id
  arm: arm
because:
  numerator: { zh: "{campaign}：触达组，活动期内或结束后 3 天内购买", en: "{campaign}: addressed, bought while it ran or within 3 days after" }
  denominator: { zh: "{campaign}：触达组，活动 {ends_day} 结束", en: "{campaign}: addressed, it ended {ends_day}" }
  immature: { zh: "{campaign}：{ends_day} 结束，未满 10 天", en: "{campaign}: ended {ends_day}, 10 days are not over" }
  excluded: { zh: "活动没有资料，不知何时结束", en: "nobody described the campaign, so its end is unknown" }
doc:
  zh: 触达组转化率 − 对照组转化率；活动开始到结束后 3 天内有有效订单即为转化。触达组按人群名单计，不论员工是否执行，这样两组才可比；每个活动只与自己的对照组比，再相加；区间为 Newcombe 法。按活动结束日归期，满 3 天加 7 天结算期才计入。没有对照组时没有值：那只是归因，不是增量。
  en: Conversion of those addressed − conversion of those held out; who has a valid order between the campaign’s start and 3 days after its end is converted. Everyone of the list counts as addressed whether or not her employee got to it, as only then are the arms alike; each campaign is compared with its own holdout and the differences are added; the interval is Newcombe’s. It falls into the period in which the campaign ended, and is counted once 3 days and 7 more to settle are over. No value without a holdout, which is attribution and no increment.
--- */
arrayExists(day -> day >= starts_day AND day <= cohort_day + 3, occasions)

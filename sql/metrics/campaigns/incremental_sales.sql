/* ---
label: { zh: 增量销售额, en: Incremental sales }
unit: money
kind: lift
aggregate: mean
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
variant_of: incremental_conversion
show:
  ends_day: ends_day
  campaign: campaign_id
  arm: arm
because:
  numerator: { zh: "{campaign}：触达组，活动期内或结束后 3 天内的净消费", en: "{campaign}: addressed, net of what she paid while it ran or within 3 days after" }
  denominator: { zh: "{campaign}：触达组，活动 {ends_day} 结束", en: "{campaign}: addressed, it ended {ends_day}" }
  immature: { zh: "{campaign}：{ends_day} 结束，未满 10 天", en: "{campaign}: ended {ends_day}, 10 days are not over" }
  excluded: { zh: "活动没有资料，不知何时结束", en: "nobody described the campaign, so its end is unknown" }
doc:
  zh: （触达组人均净消费 − 对照组人均净消费）× 触达组人数。净消费是活动开始到结束后 3 天内付的钱，减去活动开始到结束后 10 天内退的钱（不论退的是哪一单，两组同样计）。触达组按人群名单计，不论员工是否执行，这样两组才可比；每个活动只与自己的对照组比，再相加；区间为 Welch 法，金额常偏斜，人少时区间偏窄。按活动结束日归期，满 3 天加 7 天结算期才计入。没有对照组时没有值：那只是归因，不是增量。
  en: (Average net spend of those addressed − of those held out) × how many were addressed. Net spend is what was paid between the campaign’s start and 3 days after its end, less what was paid back between its start and 10 days after its end, whichever order it is of, alike in both arms. Everyone of the list counts as addressed whether or not her employee got to it, as only then are the arms alike; each campaign is compared with its own holdout and the differences are added; the interval is Welch’s, and too narrow where few customers spend very different amounts. It falls into the period in which the campaign ended, and is counted once 3 days and 7 more to settle are over. No value without a holdout, which is attribution and no increment.
--- */
arraySum((day, amount) -> if(day >= starts_day AND day <= cohort_day + if(amount < 0, 10, 3) AND day < {asOf:Date}, amount, 0), money_days, money_amounts)

/* ---
label: { zh: 增量 ROI, en: Incremental ROI }
unit: ratio
kind: lift
aggregate: ratio
over: cost
treated: if(arm = '', NULL, arm = 'treatment')
stratum: campaign_id
facts: campaign_trials
cohort: ends_day
window_days: 3
settle_days: 7
among: spent_day < {asOf:Date}
owners: [at_event, acquirer, now]
needs: [campaign_audience, campaigns, campaigns/margin, costs, orders]
uses: [customers, relations, refunds]
direction: up
variant_of: roi
show:
  ends_day: ends_day
  campaign: campaign_id
  arm: arm
  cost: toDecimalString(cost, 2)
because:
  numerator: { zh: "{campaign}：触达组，活动期内或结束后 3 天内净消费的毛利", en: "{campaign}: addressed, the margin of her net spend while it ran or within 3 days after" }
  denominator: { zh: "{campaign}：花费 {cost} 元", en: "{campaign}: {cost} spent" }
  immature: { zh: "{campaign}：{ends_day} 结束，未满 10 天", en: "{campaign}: ended {ends_day}, 10 days are not over" }
  excluded: { zh: "{campaign}：花费在提问日之后", en: "{campaign}: spent after the day one asks from" }
doc:
  zh: （增量销售额 × 该活动毛利率 − 该活动花费）÷ 该活动花费；增量销售额的算法见 incremental_sales。只含填了毛利率、有对照组、有写明活动的花费的活动，花费不论哪天发生，都计在活动结束的那一期。按员工或渠道拆开时，花费归它所写明的员工和渠道。没有对照组或没有花费时没有值。
  en: (Incremental sales × the campaign’s margin − what was spent on it) ÷ what was spent on it; incremental sales as in incremental_sales. Over the campaigns whose margin is known and that held somebody out; what was spent names the campaign, and whenever that was it falls into the period in which the campaign ended. Split by employee or channel, a cost belongs to those it names. No value without a holdout, or where nothing was spent.
--- */
arraySum((day, amount) -> if(day >= starts_day AND day <= cohort_day + if(amount < 0, 10, 3) AND day < {asOf:Date}, amount, 0), money_days, money_amounts) * margin

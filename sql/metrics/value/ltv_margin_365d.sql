/* ---
label: { zh: 365天用户价值（毛利）, en: 365-day margin per customer }
unit: money
kind: mean
facts: customer_facts
cohort: joined_day
window_days: 365
settle_days: 7
owners: [acquirer, now, at_event]
needs: [customers|relations, orders, margin]
uses: [customers, relations, refunds]
direction: up
variant_of: ltv_revenue_90d
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 加入，已满 365 天", en: "joined {joined_day}, 365 days are over" }
  immature: { zh: "{joined_day} 加入，未满 365 天加 7 天结算期", en: "joined {joined_day}, 365 days plus 7 to settle are not over" }
  excluded: { zh: "没有加入日", en: "has no day of joining" }
doc:
  zh: 加入后 365 天内（含当天）人均净收入 × 毛利率（设置 Business:Margin，没有设置就没有值）；不买的人按 0 计入；满 365 天加 7 天结算期才计入。
  en: Net revenue per customer within 365 days of joining × the margin (the setting Business:Margin; without it there is no value); those who never bought count as 0; counted once 365 days and 7 more to settle are over.
--- */
arraySum((day, amount) -> if(day >= cohort_day AND day <= cohort_day + 365 AND day < {asOf:Date}, amount, 0), money_days, money_amounts) * {margin:Decimal(9, 4)}

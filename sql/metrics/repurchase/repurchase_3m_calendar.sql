/* ---
label: { zh: 三个自然月复购率, en: Repurchase in 3 calendar months }
unit: ratio
kind: rate
facts: customer_facts
cohort: first_purchase_day
window_days: 92
settle_days: 7
among: has_purchased
owners: [at_event, acquirer, now]
at_event: owner_at_first_purchase
needs: [orders]
uses: [refunds]
direction: up
variant_of: repurchase_3m
show:
  first_purchase_day: first_purchase_day
  second_purchase_day: second_purchase_day
because:
  numerator: { zh: "{first_purchase_day} 首购，{second_purchase_day} 再购", en: "first bought {first_purchase_day}, again on {second_purchase_day}" }
  denominator: { zh: "{first_purchase_day} 首购，再购：{second_purchase_day}", en: "first bought {first_purchase_day}, again: {second_purchase_day}" }
  immature: { zh: "{first_purchase_day} 首购，未满 92 天加 7 天结算期", en: "first bought {first_purchase_day}, 92 days plus 7 to settle are not over" }
doc:
  zh: 首购客户中，到三个月后的同一日为止（那个月没有这一日时到月末）在另一天有第二次购买的占比。各月长短不一，所以按 90 天计的复购率才可比；这里为与按自然月统计的报表对账。三个月最长 92 天，满 92 天加 7 天结算期才计入。
  en: Of the customers by their first purchase day, the share that bought again on another day up to the same day three months later (the last of that month where it has no such day). Months differ in length, so the rate within 90 days is the one to compare with; this one is there to agree with reports by calendar month. Three months have 92 days at most, and customers count once these and 7 more to settle are over.
--- */
ifNull(second_purchase_day <= addMonths(cohort_day, 3), false)

/* ---
label: { zh: 整年复购率, en: 12-month repurchase rate }
unit: ratio
kind: rate
facts: customer_facts
cohort: first_purchase_day
window_days: 365
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
  immature: { zh: "{first_purchase_day} 首购，未满 365 天加 7 天结算期", en: "first bought {first_purchase_day}, 365 days plus 7 to settle are not over" }
doc:
  zh: 首购客户中，首购后 365 天内在另一天有第二次购买的占比。同一天的多笔订单算一次购买；全额退款的订单不算；满 365 天加 7 天结算期才计入。
  en: Of the customers by their first purchase day, the share that bought again on another day within 365 days. Orders of one day are one purchase, fully refunded ones none; counted once 365 days and 7 more to settle are over.
--- */
ifNull(second_purchase_day <= cohort_day + 365, false)

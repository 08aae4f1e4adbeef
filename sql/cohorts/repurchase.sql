/* ---
label: { zh: 复购, en: Repurchase }
kind: cumulative
facts: customer_facts
cohort: first_purchase_day
settle_days: 7
criteria: [on, bracket]
among: has_purchased
reads: [second_purchase_day]
owners: [at_event, acquirer, now]
needs: [orders]
uses: [refunds]
early:
  day: second_purchase_day
  shows: happened
  doc:
    zh: Kaplan–Meier 估计首购后到该账龄为止在另一天再次购买的占比，未满账龄的客户按已观察的天数计入。
    en: Kaplan–Meier estimate of the share that bought again on another day by that age; customers who have not reached it count for the days they were observed.
show:
  first_purchase_day: first_purchase_day
  second_purchase_day: second_purchase_day
because:
  numerator: { zh: "{first_purchase_day} 首购，{second_purchase_day} 再购", en: "first bought {first_purchase_day}, again on {second_purchase_day}" }
  denominator: { zh: "{first_purchase_day} 首购，再购：{second_purchase_day}", en: "first bought {first_purchase_day}, again: {second_purchase_day}" }
  immature: { zh: "{first_purchase_day} 首购，未满该账龄加 7 天结算期", en: "first bought {first_purchase_day}, this age plus 7 days to settle is not over" }
doc:
  zh: 按首购日分批的客户中，到该账龄为止在另一天有第二次购买的累计占比。同一天的多笔订单算一次购买；全额退款的订单不算；满账龄加 7 天结算期才计入。
  en: Of the customers by their first purchase day, the share that bought again on another day by that age. Orders of one day are one purchase, fully refunded ones none; counted once that age and 7 more days to settle are over.
--- */
second_purchase_day BETWEEN opens_day AND until_day

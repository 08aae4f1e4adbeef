/* ---
label: { zh: 14日首单转化率, en: "First-order conversion, 14 days" }
unit: ratio
kind: rate
facts: customer_facts
cohort: joined_day
window_days: 14
settle_days: 7
among: first_purchase_day IS NULL OR first_purchase_day >= cohort_day
owners: [acquirer, now, at_event]
needs: [customers|relations, orders]
uses: [customers, relations, refunds]
direction: up
variant_of: first_order_conv
show:
  joined_day: joined_day
  first_purchase_day: first_purchase_day
because:
  numerator: { zh: "{joined_day} 加入，{first_purchase_day} 首单", en: "joined {joined_day}, first order on {first_purchase_day}" }
  denominator: { zh: "{joined_day} 加入，首单：{first_purchase_day}", en: "joined {joined_day}, first order: {first_purchase_day}" }
  immature: { zh: "{joined_day} 加入，未满 14 天加 7 天结算期", en: "joined {joined_day}, 14 days plus 7 to settle are not over" }
  excluded: { zh: "加入前已有订单（{first_purchase_day}），是老客户", en: "had ordered before joining ({first_purchase_day})" }
doc:
  zh: 加入前没有订单的客户中，加入后 14 天内（含当天）有首笔有效订单的占比；满 14 天加 7 天结算期才计入。
  en: Of the customers who had never ordered before they joined, the share with a first valid order within 14 days of joining; counted once 14 days and 7 more to settle are over.
--- */
ifNull(first_purchase_day <= cohort_day + 14, false)

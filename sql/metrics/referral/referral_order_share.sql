/* ---
label: { zh: 老带新订单占比, en: Referral order share }
unit: ratio
kind: rate
facts: order_facts
cohort: paid_day
window_days: 0
settle_days: 0
among: is_valid
owners: [at_event, acquirer, now]
needs: [orders, customers, customers/referrer]
uses: [refunds]
direction: up
variant_of: referral_revenue_share
show:
  paid_day: paid_day
  joined_day: joined_day
because:
  numerator: { zh: "{paid_day} 支付，客户由老客推荐于 {joined_day} 加入", en: "paid {paid_day}, by a referred customer who joined {joined_day}" }
  denominator: { zh: "{paid_day} 支付", en: "paid {paid_day}" }
  immature: { zh: "{paid_day} 支付，当天未结束", en: "paid {paid_day}, the day is not over" }
  excluded: { zh: "订单无效", en: "not a valid order" }
doc:
  zh: 期内有效订单中，来自推荐客户（加入后 365 天内）的占比。
  en: Of the valid orders paid in the period, the share of customers whom another brought, within 365 days of their joining.
--- */
is_referred AND ifNull(paid_day BETWEEN joined_day AND joined_day + 365, false)

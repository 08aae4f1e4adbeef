/* ---
label: { zh: 复购订单占比, en: Repeat order share }
unit: ratio
kind: rate
facts: order_facts
cohort: paid_day
window_days: 0
settle_days: 0
among: is_valid
owners: [at_event, acquirer, now]
needs: [orders]
uses: [refunds, customers]
direction: up
variant_of: repurchase_3m
show:
  paid_day: paid_day
because:
  numerator: { zh: "{paid_day} 支付，此前某天已有有效订单", en: "paid {paid_day}, with a valid order on an earlier day" }
  denominator: { zh: "{paid_day} 支付", en: "paid {paid_day}" }
  immature: { zh: "{paid_day} 支付，当天未结束", en: "paid {paid_day}, the day is not over" }
  excluded: { zh: "订单无效", en: "not a valid order" }
doc:
  zh: 期内有效订单中，同一客户此前某天已有有效订单的占比；首购当天的几笔都算首购。
  en: Of the valid orders paid in the period, the share whose customer had a valid order on an earlier day; all orders of the first day are first ones.
--- */
is_repeated

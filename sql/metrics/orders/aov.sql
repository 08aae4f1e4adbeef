/* ---
label: { zh: 客单价, en: Average order value }
unit: money
kind: sum
aggregate: mean
facts: order_facts
cohort: paid_day
among: is_valid
owners: [at_event, acquirer, now]
needs: [orders]
uses: [refunds]
direction: up
show:
  paid_day: paid_day
  amount: toDecimalString(amount, 2)
  refunded: toDecimalString(refunded, 2)
because:
  numerator: { zh: "{paid_day} 支付 {amount} 元，退款 {refunded} 元", en: "paid {amount} on {paid_day}, {refunded} refunded" }
  excluded: { zh: "{paid_day} 的订单无效", en: "the order of {paid_day} is not valid" }
doc:
  zh: 期内有效订单的平均金额，扣除查询日之前对这些订单的退款。
  en: Mean of the valid orders paid in the period, less what was refunded on them before the day one asks from.
--- */
amount - refunded

/* ---
label: { zh: 退货金额率, en: Return rate by amount }
unit: ratio
kind: mean
aggregate: ratio
over: amount
facts: order_facts
cohort: paid_day
window_days: 15
settle_days: 0
among: "amount > 0"
owners: [at_event, acquirer, now]
needs: [orders, refunds]
direction: down
variant_of: return_rate
show:
  paid_day: paid_day
  amount: "toDecimalString(amount, 2)"
because:
  numerator: { zh: "{paid_day} 支付 {amount} 元，15 天内退货", en: "paid {amount} on {paid_day}, given back within 15 days" }
  denominator: { zh: "{paid_day} 支付 {amount} 元", en: "paid {amount} on {paid_day}" }
  immature: { zh: "{paid_day} 支付，未满 15 天", en: "paid {paid_day}, 15 days are not over" }
  excluded: { zh: "零元订单", en: "nothing was paid" }
doc:
  zh: 支付 15 天内退货退回的金额（未注明类型的退款按退货计）÷ 支付金额，按订单支付日分批，满 15 天才计入。
  en: Money given back for returns within 15 days of payment (a refund of unknown kind counts as one) ÷ what the orders paid; by day of payment, counted once 15 days are over.
--- */
arraySum((day, back, type) -> if(day <= cohort_day + 15 AND day < {asOf:Date} AND type IN ('return', ''), back, 0), refund_days, refund_amounts, refund_types)

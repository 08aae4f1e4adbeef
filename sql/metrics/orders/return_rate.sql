/* ---
label: { zh: 退货率, en: Return rate }
unit: ratio
kind: rate
facts: order_facts
cohort: paid_day
window_days: 15
settle_days: 0
among: "amount > 0"
owners: [at_event, acquirer, now]
needs: [orders, refunds]
direction: down
show:
  paid_day: paid_day
  amount: "toDecimalString(amount, 2)"
because:
  numerator: { zh: "{paid_day} 支付 {amount} 元，15 天内退", en: "paid {amount} on {paid_day}, given back within 15 days" }
  denominator: { zh: "{paid_day} 支付 {amount} 元", en: "paid {amount} on {paid_day}" }
  immature: { zh: "{paid_day} 支付，未满 15 天", en: "paid {paid_day}, 15 days are not over" }
  excluded: { zh: "零元订单", en: "nothing was paid" }
doc:
  zh: 支付 15 天内发生退货（未注明类型的退款按退货计）的订单占比，按订单支付日分批，满 15 天才计入。
  en: Of the orders paid, the share with a return within 15 days (a refund of unknown kind counts as one); by day of payment, counted once 15 days are over.
--- */
arrayExists((day, type) -> day <= cohort_day + 15 AND day < {asOf:Date} AND type IN ('return', ''), refund_days, refund_types)

/* ---
label: { zh: 仅退款率, en: Refund-only rate }
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
variant_of: return_rate
show:
  paid_day: paid_day
  amount: "toDecimalString(amount, 2)"
because:
  numerator: { zh: "{paid_day} 支付 {amount} 元，15 天内退", en: "paid {amount} on {paid_day}, given back within 15 days" }
  denominator: { zh: "{paid_day} 支付 {amount} 元", en: "paid {amount} on {paid_day}" }
  immature: { zh: "{paid_day} 支付，未满 15 天", en: "paid {paid_day}, 15 days are not over" }
  excluded: { zh: "零元订单", en: "nothing was paid" }
doc:
  zh: 支付 15 天内发生仅退款（不退货）的订单占比，按订单支付日分批，满 15 天才计入。
  en: Of the orders paid, the share with a refund without return within 15 days; by day of payment, counted once 15 days are over.
--- */
arrayExists((day, type) -> day <= cohort_day + 15 AND day < {asOf:Date} AND type IN ('refund_only'), refund_days, refund_types)

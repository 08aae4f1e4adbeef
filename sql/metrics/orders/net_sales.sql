/* ---
label: { zh: 净销售额, en: Net sales }
unit: money
kind: sum
aggregate: sum
facts: order_movements
cohort: moved_day
owners: [at_event, acquirer, now]
needs: [orders]
uses: [refunds]
direction: up
show:
  moved_day: moved_day
  kind: if(is_refund, 'refund', 'paid')
  amount: toDecimalString(moved_amount, 2)
because:
  numerator: { zh: "{moved_day} 金额 {amount} 元", en: "{kind} {amount} on {moved_day}" }
doc:
  zh: 期内支付金额减去期内发生的退款；支付按支付日、退款按退款日计。
  en: What was paid in the period less what was refunded in it; payments by day of payment, refunds by day of refund.
--- */
moved_amount

/* ---
label: { zh: 退款率（按退款日）, en: Refunds of the period to sales }
unit: ratio
kind: sum
aggregate: ratio
over: "if(is_refund, 0, moved_amount)"
facts: order_movements
cohort: moved_day
owners: [at_event, acquirer, now]
needs: [orders, refunds]
direction: down
variant_of: return_rate
show:
  moved_day: moved_day
  kind: if(is_refund, 'refund', 'paid')
  amount: toDecimalString(moved_amount, 2)
because:
  numerator: { zh: "{moved_day} 退款 {amount} 元", en: "{kind} {amount} on {moved_day}" }
  denominator: { zh: "{moved_day} 支付 {amount} 元", en: "{kind} {amount} on {moved_day}" }
doc:
  zh: 期内退回的金额（退货和仅退款）÷ 期内支付的金额；退款按退款日、支付按支付日计，所以两边不是同一批订单，大促之后会偏高。看一批订单最终退了多少用退货率和退货金额率。期内没有支付时没有值。
  en: Money given back in the period, for returns and refunds alike, ÷ what was paid in it. Refunds count on the day of the refund and payments on the day of payment, so the two are not of the same orders and it is high after a great sale; what became of the orders themselves is told by the return rates. No value where nothing was paid.
--- */
if(is_refund, -moved_amount, 0)

/* ---
label: { zh: 老带新收入占比, en: Referral revenue share }
unit: ratio
kind: sum
aggregate: ratio
over: moved_amount
facts: order_movements
cohort: moved_day
owners: [at_event, acquirer, now]
needs: [orders, customers, customers/referrer]
uses: [refunds]
direction: up
show:
  moved_day: moved_day
  amount: "toDecimalString(moved_amount, 2)"
because:
  numerator: { zh: "{moved_day} {amount} 元，来自老客推荐的客户", en: "{amount} on {moved_day}, from a referred customer" }
  denominator: { zh: "{moved_day} {amount} 元", en: "{amount} on {moved_day}" }
doc:
  zh: 期内净销售额中，来自推荐客户（加入后 365 天内）的占比。
  en: Of the net sales of the period, the share from customers whom another brought, within 365 days of their joining.
--- */
if(is_referred AND ifNull(moved_day BETWEEN joined_day AND joined_day + 365, false), moved_amount, 0)

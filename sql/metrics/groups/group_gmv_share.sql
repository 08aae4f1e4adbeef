/* ---
label: { zh: 社群成交额占比, en: Group share of GMV }
unit: ratio
kind: sum
aggregate: ratio
over: moved_amount
facts: order_movements
cohort: moved_day
among: NOT is_refund
owners: [at_event, acquirer, now]
needs: [orders]
direction: up
variant_of: group_order_share
show:
  moved_day: moved_day
  amount: "toDecimalString(moved_amount, 2)"
  group: group_id
because:
  numerator: { zh: "{moved_day} 经社群 {group} 支付 {amount} 元", en: "{amount} paid on {moved_day} through {group}" }
  denominator: { zh: "{moved_day} 支付 {amount} 元", en: "{amount} paid on {moved_day}" }
  excluded: { zh: "退款", en: "a refund" }
doc:
  zh: 期内成交总额（GMV）中，通过社群链接直接成交（带群编号）的金额占比；退款不冲减，同 GMV。
  en: Of the gross merchandise value of the period, the share paid directly through a group (the order names one); refunds do not lower either, as in GMV.
--- */
if(group_id != '', moved_amount, 0)

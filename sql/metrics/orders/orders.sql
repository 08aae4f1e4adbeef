/* ---
label: { zh: 有效订单数, en: Orders }
unit: count
kind: sum
aggregate: count
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
because:
  numerator: { zh: "{paid_day} 支付 {amount} 元", en: "paid {amount} on {paid_day}" }
  excluded: { zh: "{paid_day}，金额 {amount} 元：零元、员工购买或已全额退款", en: "{paid_day}, {amount}: nothing paid, bought by staff, or refunded in full" }
doc:
  zh: 期内支付的有效订单数：已支付、非测试、金额大于零、未全额退款；拆分订单按母单合并为一单。
  en: Valid orders paid in the period, that is paid, no test, more than zero and not refunded in full; split orders count once, as their parent.
--- */
1

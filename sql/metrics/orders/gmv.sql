/* ---
label: { zh: 成交总额 GMV, en: GMV }
unit: money
kind: sum
aggregate: sum
facts: order_facts
cohort: paid_day
owners: [at_event, acquirer, now]
needs: [orders]
uses: [refunds]
direction: up
show:
  paid_day: paid_day
  amount: toDecimalString(amount, 2)
because:
  numerator: { zh: "{paid_day} 支付 {amount} 元", en: "paid {amount} on {paid_day}" }
doc:
  zh: 期内支付的订单金额之和（不含测试单和已关闭订单），按支付日计；退款不冲减。
  en: Sum of the orders paid in the period, test and closed orders left out, by day of payment; refunds do not lower it.
--- */
amount

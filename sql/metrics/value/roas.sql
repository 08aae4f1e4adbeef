/* ---
label: { zh: 投产比, en: Return on spend }
unit: multiple
kind: sum
aggregate: ratio
over: cost
facts: sales_and_spend
cohort: moved_day
owners: [at_event, acquirer, now]
needs: [costs, orders]
uses: [refunds]
direction: up
show:
  moved_day: moved_day
  amount: "toDecimalString(sold + cost, 2)"
because:
  numerator: { zh: "{moved_day} 金额 {amount} 元", en: "{amount} on {moved_day}" }
  denominator: { zh: "{moved_day} 花费 {amount} 元", en: "{amount} spent on {moved_day}" }
doc:
  zh: 期内净销售额 ÷ 期内花费，写作 1:x；这是收入与花费之比，不是利润，毛利 60% 时 1:1.2 仍然亏 28%。没有花费时没有值。
  en: "Net sales of the period ÷ what was spent in it, written 1:x. It compares revenue with spend and is no profit: with a margin of 60 %, 1:1.2 loses 28 %. No value where nothing was spent."
--- */
sold

/* ---
label: { zh: 加粉成本, en: Cost per new customer }
unit: money
kind: sum
aggregate: ratio
over: joined
facts: acquisition
cohort: happened_day
owners: [acquirer, now, at_event]
needs: [costs, customers|relations]
uses: [customers, relations]
direction: down
show:
  happened_day: happened_day
  amount: "toDecimalString(cost, 2)"
because:
  numerator: { zh: "{happened_day} 花费 {amount} 元", en: "{amount} spent on {happened_day}" }
  denominator: { zh: "{happened_day} 加入", en: "joined {happened_day}" }
doc:
  zh: 期内花费 ÷ 期内新增客户数；渠道按客户的来源渠道与花费所填渠道对应。没有新增客户时没有值。
  en: What was spent in the period ÷ the customers who joined in it; by channel, the channel a customer came by against the one a cost names. No value where nobody joined.
--- */
cost

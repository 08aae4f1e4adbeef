/* ---
label: { zh: 回本周期, en: Payback }
unit: months
kind: payback
over: cost
ages: "arrayMap(day -> toUInt32(intDiv(day - happened_day, 30)), arrayFilter(day -> day >= happened_day AND day < {asOf:Date}, money_days))"
facts: acquisition
cohort: happened_day
owners: [acquirer, now, at_event]
needs: [costs, customers|relations, orders, margin]
uses: [customers, relations, refunds]
direction: none
show:
  happened_day: happened_day
  amount: "toDecimalString(cost, 2)"
because:
  numerator: { zh: "{happened_day} 加入，至今的毛利", en: "joined {happened_day}, the margin so far" }
  denominator: { zh: "{happened_day} 花费 {amount} 元", en: "{amount} spent on {happened_day}" }
doc:
  zh: 期内加入的客户，从加入起累计的毛利（净收入 × 设置 Business:Margin）第几个月（每月 30 天）追上期内的全部花费。只看对最后加入的人也已满且过了 7 天结算期的月份；还没追上写作“未回本（> 已满月数）”，不是 0 也不是空。没有花费或没有客户时没有值。
  en: For the customers who joined in the period, the month of age (30 days each) by whose end their margin since joining (net revenue × the setting Business:Margin) has reached all that was spent in the period. Only months count that are over for the last who joined, and settled for 7 days; what is not reached yet is written “not yet (> the months that are over)”, and neither 0 nor nothing. No value where nothing was spent.
--- */
arrayMap((day, amount) -> amount * {margin:Decimal(9, 4)}, arrayFilter(day -> day >= happened_day AND day < {asOf:Date}, money_days), arrayFilter((amount, day) -> day >= happened_day AND day < {asOf:Date}, money_amounts, money_days))

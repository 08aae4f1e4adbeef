/* ---
label: { zh: 单店社群销售额, en: Group sales per store }
unit: money
kind: sum
aggregate: ratio
over: "toInt64(arrayExists((from_day, to_day) -> from_day <= stock_day AND to_day > open_day + 1, live_from, live_to))"
facts: store_groups
cohort: stock_day
owners: [at_event, acquirer, now]
needs: [groups, orders]
uses: [refunds]
direction: up
show:
  store: store_id
because:
  numerator: { zh: "{store} 的社群期内净销售额", en: "net sales through the groups of {store} in the period" }
  denominator: { zh: "{store} 期内有社群", en: "{store} had a group in the period" }
doc:
  zh: 期内通过门店社群成交的净销售额 ÷ 期内至少有一个社群的门店数；按月看即单店社群月贡献。没有填门店的社群不计；门店归在它第一个社群的群主名下，所以按门店、大区看有意义，按渠道看没有。
  en: Net sales of the period made through the groups of stores ÷ the stores that had at least one group in it; by month, what groups bring a store a month. Groups without a store are left out. A store stands with the owner of its first group, so stores and regions tell something and channels do not.
--- */
arraySum((day, amount) -> if(day > open_day AND day <= stock_day, amount, 0), money_days, money_amounts)

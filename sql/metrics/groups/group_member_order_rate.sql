/* ---
label: { zh: 社群成员下单率, en: Group members who order }
unit: ratio
kind: rate
facts: customer_facts
cohort: stock_day
among: "notEmpty(group_from) AND arrayExists((from_day, to_day) -> from_day <= stock_day AND to_day > open_day + 1, group_from, group_to)"
owners: [now, acquirer, at_event]
needs: [group_members, orders]
uses: [customers, relations, refunds]
direction: up
show:
  bought: bought_in_period
because:
  numerator: { zh: "期内在群，购买 {bought} 天", en: "in a group in the period, bought on {bought} days" }
  denominator: { zh: "期内在群，购买 {bought} 天", en: "in a group in the period, bought on {bought} days" }
  excluded: { zh: "期内不在任何群", en: "in no group in the period" }
doc:
  zh: 期内任意一天在群的客户中，期内有有效订单的占比；按月看即社群月度订单转化。用“期内在过群”而不是月末在群，避免只看留下来的人。
  en: Of the customers who were in a group on any day of the period, the share with a valid order in it; by month it is the monthly order conversion of groups. Whoever was there counts, not only who is left at the end.
--- */
bought_in_period > 0

/* ---
label: { zh: 活跃下单率, en: Order conversion }
unit: ratio
kind: rate
facts: customer_facts
cohort: stock_day
among_days: active_days
owners: [now, acquirer, at_event]
needs: [orders]
uses: [events, customers, relations, refunds]
direction: up
show:
  days: active_in_period
  bought: bought_in_period
because:
  numerator: { zh: "活跃 {days} 天，购买 {bought} 天", en: "active on {days} days, bought on {bought}" }
  denominator: { zh: "活跃 {days} 天，购买 {bought} 天", en: "active on {days} days, bought on {bought}" }
  excluded: { zh: "期内没有主动行为", en: "did nothing in the period" }
doc:
  zh: 期内活跃客户中，期内有有效订单的占比。
  en: Of the customers active in the period, the share with a valid order in it.
--- */
bought_in_period > 0

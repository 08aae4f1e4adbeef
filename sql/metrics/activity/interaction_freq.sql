/* ---
label: { zh: 互动频次, en: Interaction frequency }
unit: times
kind: sum
aggregate: ratio
over: 1
facts: customer_facts
cohort: stock_day
among_days: active_days
owners: [now, acquirer, at_event]
needs: [events|orders]
uses: [events, orders, customers, relations]
direction: up
show:
  days: active_in_period
because:
  numerator: { zh: "期内活跃 {days} 天", en: "active on {days} days of the period" }
  denominator: { zh: "期内活跃", en: "active in the period" }
  excluded: { zh: "期内没有主动行为", en: "did nothing in the period" }
doc:
  zh: 期内活跃客户人均活跃天数（同一天多次互动只算一次）。
  en: Days with an interaction per active customer of the period; several in one day count once.
--- */
active_in_period

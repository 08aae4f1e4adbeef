/* ---
label: { zh: 用户粘性, en: Stickiness }
unit: ratio
kind: sum
aggregate: ratio
over: 28
facts: customer_facts
cohort: stock_day
among_days: active_days
among_within: 28
owners: [now, acquirer, at_event]
needs: [events|orders]
uses: [events, orders, customers, relations]
direction: up
show:
  days: active_in_28_days
because:
  numerator: { zh: "28 天里活跃 {days} 天", en: "active on {days} of 28 days" }
  denominator: { zh: "28 天内活跃", en: "active within 28 days" }
  excluded: { zh: "28 天内没有主动行为", en: "did nothing within 28 days" }
doc:
  zh: 期末前 28 天：日均活跃客户数 ÷ 28 天活跃客户数（DAU/MAU）。
  en: Over the 28 days up to the end of the period, customers active on an average day ÷ customers active at all (DAU/MAU).
--- */
active_in_28_days

/* ---
label: { zh: 社群互动频次, en: Interactions in groups }
unit: times
kind: sum
aggregate: ratio
over: 1
facts: customer_facts
cohort: stock_day
among_days: active_days
owners: [now, acquirer, at_event]
needs: [events, events/group_message|events/group_joined]
uses: [orders, customers, relations]
direction: up
variant_of: interaction_freq
show:
  days: in_groups_in_period
because:
  numerator: { zh: "期内社群互动 {days} 天", en: "took part in groups on {days} days of the period" }
  denominator: { zh: "期内活跃", en: "active in the period" }
  excluded: { zh: "期内没有主动行为", en: "did nothing in the period" }
doc:
  zh: 期内社群互动（群发言、入群）的客户天数 ÷ 期内活跃客户数；同一天多次只算一次。
  en: Customer-days in groups (wrote in one, or joined one) per active customer of the period; several in one day count once.
--- */
in_groups_in_period

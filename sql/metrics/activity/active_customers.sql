/* ---
label: { zh: 活跃客户数, en: Active customers }
unit: count
kind: sum
aggregate: count
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
  excluded: { zh: "期内没有主动行为", en: "did nothing in the period" }
doc:
  zh: 期内至少一天有客户主动行为（发言、浏览、到店、下单等）的客户数；员工和系统的动作不算。各期相加不等于整段。
  en: Customers who did something themselves (wrote, viewed, visited, ordered …) on at least one day of the period; what employees and systems do is not counted. Periods do not add up to the range.
--- */
1

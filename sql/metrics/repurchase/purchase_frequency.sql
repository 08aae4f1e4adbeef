/* ---
label: { zh: 购买频次, en: Purchase frequency }
unit: times
kind: sum
aggregate: ratio
over: 1
facts: customer_facts
cohort: stock_day
among_days: occasions
among_within: 365
owners: [now, acquirer, at_event]
needs: [orders]
uses: [refunds, customers, relations]
direction: up
show:
  bought: bought_in_365_days
because:
  numerator: { zh: "365 天内购买 {bought} 天", en: "bought on {bought} days within 365" }
  denominator: { zh: "365 天内有购买", en: "bought within 365 days" }
  excluded: { zh: "365 天内没有有效订单", en: "no valid order within 365 days" }
doc:
  zh: 期末前 365 天内有购买的客户，人均购买天数。
  en: Of the customers who bought within the 365 days up to the end of the period, on how many days each did so on average.
--- */
bought_in_365_days

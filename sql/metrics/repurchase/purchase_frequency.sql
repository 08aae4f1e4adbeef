/* ---
label: { zh: 购买频次, en: Purchase frequency }
version: 2
unit: times
kind: sum
aggregate: ratio
over: "if(stock_day - known_since >= 365, 1, 0)"
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
  known_since: known_since
because:
  numerator: { zh: "365 天内购买 {bought} 天", en: "bought on {bought} days within 365" }
  denominator: { zh: "{known_since} 加入或首购，365 天内购买 {bought} 天", en: "joined or first bought {known_since}, bought on {bought} days within 365" }
  excluded: { zh: "365 天内没有有效订单", en: "no valid order within 365 days" }
doc:
  zh: 期末前 365 天内有购买、且加入或首购已满 365 天的客户，人均购买天数。认识不满一年的人还没有一整年可买，计入会把频次拉低，所以不计。与自己的上一个 365 天比，用同比。
  en: Of the customers who bought within the 365 days up to the end of the period and had joined or first bought at least 365 days before it, on how many days each did so on average. Who has been known for less has not had a whole year to buy in and would pull it down, and is left out. Compared with the year before it is each own earlier 365 days.
--- */
if(stock_day - known_since >= 365, bought_in_365_days, 0)

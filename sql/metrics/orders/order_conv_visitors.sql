/* ---
label: { zh: 访客订单转化率, en: Visitors who ordered }
unit: ratio
kind: rate
facts: customer_facts
cohort: stock_day
among_days: visit_days
owners: [now, acquirer, at_event]
needs: [orders, events, events/store_visited|events/appointment_visited|events/mini_program_viewed]
uses: [customers, relations, refunds]
direction: up
variant_of: order_conv
show:
  days: visits_in_period
  bought: bought_in_period
because:
  numerator: { zh: "期内到访 {days} 天，购买 {bought} 天", en: "visited on {days} days of the period, bought on {bought}" }
  denominator: { zh: "期内到访 {days} 天", en: "visited on {days} days of the period" }
  excluded: { zh: "期内没有到访", en: "did not visit in the period" }
doc:
  zh: 期内到访过（到店、预约到店、浏览小程序商城）的客户中，期内有有效订单的占比。
  en: Of the customers who visited in the period (a store, an appointment, the mini-program shop), the share with a valid order in it.
--- */
bought_in_period > 0

/* ---
label: { zh: 一对一互动频次, en: One-to-one interactions }
unit: times
kind: sum
aggregate: ratio
over: 1
facts: customer_facts
cohort: stock_day
among_days: active_days
owners: [now, acquirer, at_event]
needs: [events, events/message_received|events/appointment_booked|events/appointment_visited|events/service_case_opened]
uses: [orders, customers, relations]
direction: up
variant_of: interaction_freq
show:
  days: one_to_one_in_period
because:
  numerator: { zh: "期内一对一互动 {days} 天", en: "in one-to-one contact on {days} days of the period" }
  denominator: { zh: "期内活跃", en: "active in the period" }
  excluded: { zh: "期内没有主动行为", en: "did nothing in the period" }
doc:
  zh: 期内一对一互动（给员工发消息、预约和赴约、提交售后）的客户天数 ÷ 期内活跃客户数；同一天多次只算一次。一天里用了几种方式，各算一天，所以三种方式相加不等于互动频次。
  en: Customer-days of one-to-one contact (a message to an employee, an appointment booked or kept, a service case opened) per active customer of the period; several in one day count once. A day with several ways counts in each of them, so the three do not add up to the interaction frequency.
--- */
one_to_one_in_period

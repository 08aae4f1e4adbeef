/* ---
label: { zh: 触达订单转化率, en: Reached who ordered }
unit: ratio
kind: rate
facts: customer_facts
cohort: stock_day
among_days: reached_days
owners: [now, acquirer, at_event]
needs: [orders, events, events/message_sent|events/content_delivered|events/coupon_issued|events/group_pushed]
uses: [customers, relations, refunds]
direction: up
variant_of: order_conv
show:
  days: reached_in_period
  bought: bought_in_period
because:
  numerator: { zh: "期内触达 {days} 天，购买 {bought} 天", en: "reached on {days} days of the period, bought on {bought}" }
  denominator: { zh: "期内触达 {days} 天", en: "reached on {days} days of the period" }
  excluded: { zh: "期内没有触达", en: "not reached in the period" }
doc:
  zh: 期内触达过（员工发消息、推送内容、发券、社群推送）的客户中，期内有有效订单的占比；不看先后，不说明订单由触达带来。
  en: Of the customers who were reached in the period (a message from an employee, a content, a coupon, a push to their group), the share with a valid order in it, whichever came first; it does not say that one led to the other.
--- */
bought_in_period > 0

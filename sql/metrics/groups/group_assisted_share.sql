/* ---
label: { zh: 社群促单占比, en: Group-prompted order share }
unit: ratio
kind: rate
facts: order_facts
cohort: paid_day
window_days: 0
settle_days: 0
among: is_valid
owners: [at_event, acquirer, now]
needs: [orders, events/group_pushed, group_members]
uses: [events, refunds]
direction: up
variant_of: group_order_share
show:
  paid_day: paid_day
because:
  numerator: { zh: "{paid_day} 支付，此前 48 小时内在所在社群收到推送", en: "paid on {paid_day}, within 48 hours of something sent in a group of hers" }
  denominator: { zh: "{paid_day} 支付", en: "paid on {paid_day}" }
  immature: { zh: "{paid_day} 支付，当天未结束", en: "paid {paid_day}, the day is not over" }
  excluded: { zh: "订单无效", en: "not a valid order" }
doc:
  zh: 期内有效订单中，不经社群链接、但客户在支付前 48 小时内于当天仍在的社群里收到推送的占比（促单）。直接经社群成交的订单不算，两者不相加。
  en: Of the valid orders paid in the period, the share that named no group but was paid within 48 hours of something sent in a group the customer was in that day. Orders made directly through a group are not among these; the two are never added.
--- */
is_prompted

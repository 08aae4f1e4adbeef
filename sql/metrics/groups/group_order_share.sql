/* ---
label: { zh: 社群订单占比, en: Group order share }
unit: ratio
kind: rate
facts: order_facts
cohort: paid_day
window_days: 0
settle_days: 0
among: is_valid
owners: [at_event, acquirer, now]
needs: [orders]
uses: [refunds]
direction: up
show:
  paid_day: paid_day
  group: group_id
because:
  numerator: { zh: "{paid_day} 经社群 {group} 成交", en: "paid on {paid_day} through {group}" }
  denominator: { zh: "{paid_day} 支付，社群：{group}", en: "paid on {paid_day}, group: {group}" }
  immature: { zh: "{paid_day} 支付，当天未结束", en: "paid {paid_day}, the day is not over" }
  excluded: { zh: "订单无效", en: "not a valid order" }
doc:
  zh: 期内有效订单中，通过社群链接直接成交（带群编号）的占比；群推送后间接成交的是社群促单占比，两者不相加。
  en: Of the valid orders paid in the period, the share made directly through a group (the order names one); orders that a group only prompted are `group_assisted_share`, and the two are never added.
--- */
group_id != ''

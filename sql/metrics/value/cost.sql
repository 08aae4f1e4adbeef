/* ---
label: { zh: 花费, en: Cost }
unit: money
kind: sum
aggregate: sum
facts: spend
cohort: spent_day
owners: [at_event, acquirer, now]
needs: [costs]
direction: none
show:
  spent_day: spent_day
  cost_type: cost_type
  amount: "toDecimalString(cost, 2)"
because:
  numerator: { zh: "{spent_day} {cost_type} {amount} 元", en: "{cost_type}, {amount} on {spent_day}" }
doc:
  zh: 期内各类花费之和（媒体、优惠券、礼品、佣金、人工、工具），按发生日计；归属到填写的渠道、活动和员工。
  en: What was spent in the period on media, coupons, gifts, commission, labour and tools, by the day it was spent; it belongs to the channel, campaign and employee it names.
--- */
cost

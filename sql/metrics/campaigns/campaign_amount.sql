/* ---
label: { zh: 活动成交额, en: Campaign sales }
unit: money
kind: sum
aggregate: sum
facts: campaign_orders
cohort: paid_day
among: in_campaign AND is_valid AND campaign_id != ''
owners: [at_event, acquirer, now]
needs: [campaigns, orders]
uses: [customers, relations, events, refunds]
direction: up
show:
  paid_day: paid_day
  campaign: campaign_id
  amount: "toDecimalString(amount - refunded, 2)"
because:
  numerator: { zh: "{campaign}：{paid_day} 支付 {amount} 元（已减退款）", en: "{campaign}: {amount} paid on {paid_day}, refunds taken off" }
  excluded: { zh: "不归任何活动，或订单无效", en: "put down to no campaign, or not a valid order" }
doc:
  zh: 期内归到活动的有效订单的净额（减去已发生的退款），按支付日计；每单只归一个活动、一位员工（订单上的员工，其次 7 天内最近对接的员工，再次当时归属，否则未归属），归因规则同活动转化人数。这是归因，不是增量。
  en: What the valid orders put down to campaigns paid in the period, refunds known so far taken off, by the day they were paid. Each order belongs to one campaign and one employee (the one it names, else the last contact within 7 days, else the owner then, else nobody), put down as for campaign buyers. This is attribution, not what the campaign added.
--- */
amount - refunded

/* ---
label: { zh: 活动转化人数, en: Campaign buyers }
unit: count
kind: sum
aggregate: count
facts: campaign_participations
cohort: first_order_day
among: first_order_day IS NOT NULL
owners: [at_event, acquirer, now]
needs: [campaigns, orders]
uses: [customers, relations, events, refunds]
direction: up
show:
  touched_day: touched_day
  first_order_day: first_order_day
  campaign: campaign_id
because:
  numerator: { zh: "{campaign}：{touched_day} 参与，{first_order_day} 成交", en: "{campaign}: took part {touched_day}, bought {first_order_day}" }
  excluded: { zh: "没有归到该活动的有效订单", en: "no valid order put down to the campaign" }
doc:
  zh: 期内首次在某活动中成交的客户数，每个活动各算一次。订单归到它所带活动码的活动；没有活动码的，归到客户最近参与、且仍在归因期（参与后 7 天内，不晚于活动结束后 3 天）的活动；每单只归一个活动。归属于参与时对接的员工。这是归因，不是增量。
  en: Customers whose first valid order within a campaign falls into the period, once for each campaign. An order belongs to the campaign it names, else to the one its customer took part in last whose days are not over (7 after taking part, no later than 3 after the campaign’s end); never to two. It belongs to the employee of the first touch. This is attribution, not what the campaign added.
--- */
1

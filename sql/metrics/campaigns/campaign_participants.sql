/* ---
label: { zh: 活动参与人数, en: Campaign participants }
unit: count
kind: sum
aggregate: count
facts: campaign_participations
cohort: touched_day
owners: [at_event, acquirer, now]
needs: [campaigns, events, events/campaign_participated]
uses: [customers, relations, orders]
direction: up
show:
  touched_day: touched_day
  campaign: campaign_id
because:
  numerator: { zh: "{campaign}：{touched_day} 首次参与", en: "{campaign}: first took part on {touched_day}" }
doc:
  zh: 期内首次参与某活动的客户数：有参与行为，或下了带该活动码的订单。同一客户参加两个活动，各算一次；所以按活动、渠道、员工拆开都加得回合计。归属于当时对接的员工，没有则按当天结束时的归属。
  en: Customers who first took part in a campaign in the period, by an event that says so or an order with the campaign’s code. Who takes part in two campaigns counts once in each, so campaigns, channels and employees add up to the total. It belongs to the employee of that first touch, else to the owner at the end of that day.
--- */
1

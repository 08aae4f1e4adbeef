/* ---
label: { zh: 活动参与转化率, en: Conversion of participants }
unit: ratio
kind: rate
facts: campaign_participations
cohort: touched_day
window_days: 7
settle_days: 7
owners: [at_event, acquirer, now]
needs: [campaigns, orders, events, events/campaign_participated]
uses: [customers, relations, refunds]
direction: up
show:
  touched_day: touched_day
  first_order_day: first_order_day
  campaign: campaign_id
because:
  numerator: { zh: "{campaign}：{touched_day} 参与，{first_order_day} 成交", en: "{campaign}: took part {touched_day}, bought {first_order_day}" }
  denominator: { zh: "{campaign}：{touched_day} 参与，成交：{first_order_day}", en: "{campaign}: took part {touched_day}, bought: {first_order_day}" }
  immature: { zh: "{campaign}：{touched_day} 参与，未满 14 天", en: "{campaign}: took part {touched_day}, 14 days are not over" }
doc:
  zh: 活动参与者（按活动计）中，首次参与后 7 天内有归到该活动的有效订单的占比；归因规则同活动转化人数。参与者是自己选择参加的，这不是活动带来的增量。
  en: Of those who took part in a campaign, counted in each, the share with a valid order put down to it within 7 days of first taking part; put down as for campaign buyers. Participants chose to take part, so this is not what the campaign added.
--- */
arrayExists(day -> day >= cohort_day AND day <= cohort_day + 7, order_days)

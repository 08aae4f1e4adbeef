/* ---
label: { zh: 新品接受度, en: Acceptance of new products }
unit: ratio
kind: rate
facts: launch_exposures
cohort: exposed_day
window_days: 30
settle_days: 7
owners: [at_event, acquirer, now]
needs: [campaigns, campaigns/launch, events, orders]
uses: [customers, relations, refunds]
direction: up
show:
  exposed_day: exposed_day
  campaign: campaign_id
because:
  numerator: { zh: "{campaign}：{exposed_day} 触达，30 天内购买", en: "{campaign}: reached {exposed_day}, bought it within 30 days" }
  denominator: { zh: "{campaign}：{exposed_day} 触达", en: "{campaign}: reached {exposed_day}" }
  immature: { zh: "{campaign}：{exposed_day} 触达，未满 37 天", en: "{campaign}: reached {exposed_day}, 37 days are not over" }
doc:
  zh: 上新活动（campaigns 表的 mechanic 为 launch）触达的客户中，30 天内有带该活动码的有效订单的占比；触达是第一个写明该活动的行为，不论是收到、看到还是参与；同一客户每个上新算一次。
  en: Of the customers whom a launch reached (a campaign whose mechanic is launch), the share with a valid order that names it within 30 days. Reached is the first event that names it, whether she was sent it, saw it or took part; a customer counts once for each launch.
--- */
arrayExists(day -> day >= cohort_day AND day <= cohort_day + 30, trial_days)

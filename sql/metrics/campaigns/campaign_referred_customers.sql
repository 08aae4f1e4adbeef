/* ---
label: { zh: 活动裂变人数, en: Customers referred for a campaign }
unit: count
kind: sum
aggregate: count
facts: campaign_referrals
cohort: joined_day
owners: [at_event, acquirer, now]
needs: [campaigns, customers, customers/referrer, events, events/campaign_participated|events/referral_made]
uses: [relations]
direction: up
variant_of: referred_customers
show:
  joined_day: joined_day
  campaign: campaign_id
because:
  numerator: { zh: "{campaign}：{joined_day} 由参与活动的老客带来", en: "{campaign}: joined {joined_day}, brought by somebody who took part" }
doc:
  zh: 期内加入、由参与活动或为活动发出邀请的老客带来的新客户数。新客户归到推荐人最近参与或邀请、且仍在归因期（其后 7 天内，不晚于活动结束后 3 天）的活动，每人只归一个活动，所以按活动、渠道、员工拆开都加得回合计。归属于推荐人当时对接的员工，没有则按当天结束时的归属。自己推荐自己、互相推荐、推荐比自己更早加入的人、内部员工都不算。
  en: New customers who joined in the period, brought by a customer who took part in a campaign or invited others to it. They belong to the one campaign the other took part in or invited to last whose days are not over (7 after that, no later than 3 after the campaign’s end), so campaigns, channels and employees add up to the total, and to the employee the other was with, else to the other’s owner at the end of that day. Nobody brings himself, his own referrer or somebody who joined before him, and staff is left out.
--- */
1

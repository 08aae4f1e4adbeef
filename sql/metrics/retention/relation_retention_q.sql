/* ---
label: { zh: 季度留存率, en: Quarter relation retention }
version: 2
unit: ratio
kind: rate
facts: customer_facts
cohort: joined_day
window_days: 90
settle_days: 0
owners: [acquirer, now, at_event]
needs: [customers|relations]
uses: [customers, relations, group_members, events/official_account_followed]
direction: up
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 加入，第 90 天结束时仍在池", en: "joined {joined_day}, still connected at the end of day 90" }
  denominator: { zh: "{joined_day} 加入，已满观察期", en: "joined {joined_day}, observed in full" }
  immature: { zh: "{joined_day} 加入，未满观察期", en: "joined {joined_day}, not observed in full yet" }
doc:
  zh: 加入第 90 天结束时仍在池（好友、社群或公众号至少其一）的客户占比；只计已满 90 天的客户。
  en: Share of the customers who joined that are still in the pool (a friend, in a group or a follower) at the end of day 90; only those with 90 full days count.
--- */
if(cohort_day + 90 >= pool_since, cohort_day + 90 < pool_until, arrayExists((since, until) -> since <= cohort_day + 90 AND cohort_day + 90 < until, earlier_pool_since, earlier_pool_until))

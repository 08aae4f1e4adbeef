/* ---
label: { zh: 当日流失率, en: Same-day loss rate }
version: 2
unit: ratio
kind: rate
facts: customer_facts
cohort: joined_day
window_days: 0
settle_days: 0
owners: [acquirer, now, at_event]
needs: [customers|relations]
uses: [customers, relations, group_members, events/official_account_followed]
direction: down
variant_of: relation_retention_d1
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 加入，当天就已断开", en: "joined {joined_day}, gone by the end of that day" }
  denominator: { zh: "{joined_day} 加入", en: "joined {joined_day}" }
  immature: { zh: "{joined_day} 加入，当天未结束", en: "joined {joined_day}, the day is not over" }
doc:
  zh: 加入当天结束时已不在池（好友、社群、公众号都没有）的客户占比。
  en: Share of the customers who joined that are no longer in the pool (no friend, in no group, no follower) at the end of that very day.
--- */
NOT if(cohort_day >= pool_since, cohort_day < pool_until, arrayExists((since, until) -> since <= cohort_day AND cohort_day < until, earlier_pool_since, earlier_pool_until))

/* ---
label: { zh: 24小时留存率, en: 24-hour relation retention }
version: 2
unit: ratio
kind: rate
facts: customer_facts
cohort: joined_day
window_days: 1
settle_days: 0
owners: [acquirer, now, at_event]
needs: [customers|relations]
uses: [customers, relations, group_members, events/official_account_followed]
direction: up
variant_of: relation_retention_d1
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 加入，24 小时后仍在池", en: "joined {joined_day}, still connected 24 hours later" }
  denominator: { zh: "{joined_day} 加入，已满 24 小时", en: "joined {joined_day}, 24 hours are over" }
  immature: { zh: "{joined_day} 加入，次日尚未结束", en: "joined {joined_day}, the next day is not over" }
  excluded: { zh: "没有加入日", en: "has no day of joining" }
doc:
  zh: 加入满 24 小时的那一刻（最晚到次日结束）仍在池（好友、社群或公众号至少其一）的客户占比，按加入日分批。首日留存看次日结束时，晚间加入的人观察时间短、早上加入的长；这里人人相同。
  en: Share of the customers who joined that are still in the pool (a friend, in a group or a follower) at the moment 24 hours later (at the latest at the end of the next day), by day of joining. Day-1 retention looks at the end of the next day, which is longer for who joined in the morning than for who joined at night; this is as long for everyone.
--- */
held_24h

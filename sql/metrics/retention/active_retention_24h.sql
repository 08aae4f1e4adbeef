/* ---
label: { zh: 第二个24小时活跃留存率, en: 24-hour active retention }
unit: ratio
kind: rate
facts: customer_facts
cohort: joined_day
window_days: 2
settle_days: 0
owners: [acquirer, now, at_event]
needs: [customers|relations, events]
uses: [customers, relations, orders]
direction: up
variant_of: active_retention_d1
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 加入，24 至 48 小时之间有主动行为", en: "joined {joined_day}, did something between 24 and 48 hours later" }
  denominator: { zh: "{joined_day} 加入，已满 48 小时", en: "joined {joined_day}, 48 hours are over" }
  immature: { zh: "{joined_day} 加入，第 2 天尚未结束", en: "joined {joined_day}, day 2 is not over" }
  excluded: { zh: "没有加入日", en: "has no day of joining" }
doc:
  zh: 加入满 24 小时起、未满 48 小时（最晚到第 2 天结束）有客户主动行为的客户占比，按加入日分批；员工和系统的动作不算。次日活跃留存看自然日，夜里加入的人几分钟后就到次日；这里人人相隔一样久。
  en: Share of the customers who joined that did something themselves once 24 hours had passed and before 48 had (at the latest at the end of day 2), by day of joining; what employees or systems do is not counted. Day-1 retention goes by calendar days, and to who joined at night the next day comes within minutes; this is as far away for everyone.
--- */
active_24h

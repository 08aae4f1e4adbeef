/* ---
label: { zh: 30日活跃留存率, en: Day-30 active retention }
unit: ratio
kind: rate
facts: customer_facts
cohort: joined_day
window_days: 30
settle_days: 0
owners: [acquirer, now, at_event]
needs: [customers|relations, events]
uses: [customers, relations, orders]
direction: up
variant_of: active_retention_d1
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 加入，第 30 天有主动行为", en: "joined {joined_day}, did something on day 30" }
  denominator: { zh: "{joined_day} 加入，已满观察期", en: "joined {joined_day}, observed in full" }
  immature: { zh: "{joined_day} 加入，未满观察期", en: "joined {joined_day}, not observed in full yet" }
doc:
  zh: 加入后第 30 天（自然日，当天）有客户主动行为的客户占比；员工和系统的动作不算。
  en: Share of the customers who joined that did something themselves on calendar day 30 after joining; what employees or systems do is not counted.
--- */
bitTest(early_activity, 30)

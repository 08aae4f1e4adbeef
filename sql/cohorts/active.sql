/* ---
label: { zh: 活跃留存, en: Active retention }
kind: activity
facts: customer_facts
cohort: joined_day
settle_days: 0
criteria: [on, on_or_after, bracket]
reads: [active_offsets]
reach_days: 90              # activity is kept for this many days after joining
owners: [acquirer, now, at_event]
needs: [customers|relations, events]
uses: [customers, relations, orders]
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 加入，该账龄内有主动行为", en: "joined {joined_day}, did something at this age" }
  denominator: { zh: "{joined_day} 加入，已满该账龄", en: "joined {joined_day}, has passed this age" }
  immature: { zh: "{joined_day} 加入，未满该账龄", en: "joined {joined_day}, has not passed this age" }
doc:
  zh: 按加入日分批的客户中，在该账龄内有客户主动行为的占比；员工和系统的动作不算。只到加入后第 90 天。
  en: Of the customers by the day they joined, the share that did something themselves at that age; what employees or systems do is not counted. Known through day 90 after joining.
--- */
arrayExists(days -> cohort_day + days BETWEEN opens_day AND until_day, active_offsets)

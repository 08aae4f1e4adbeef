/* ---
label: { zh: 次日及以后活跃率, en: Active on day 1 or later }
unit: ratio
kind: rate
facts: customer_facts
cohort: joined_day
window_days: 1
settle_days: 0
owners: [acquirer, now, at_event]
needs: [events|orders, customers|relations]
uses: [events, orders, customers, relations]
direction: up
variant_of: active_retention_d1
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 加入，次日或以后有过主动行为", en: "joined {joined_day}, did something herself on the next day or later" }
  denominator: { zh: "{joined_day} 加入，已满次日", en: "joined {joined_day}, the next day is over" }
  immature: { zh: "{joined_day} 加入，次日未结束", en: "joined {joined_day}, the next day is not over" }
warnings: [on_or_after_can_still_rise]
doc:
  zh: 加入的客户中，次日或以后任何一天有过主动行为的占比（不设上限的留存）。早加入的人时间更长，这个数只会随时间上升，不同批次之间不可比；比较批次用次日活跃留存率。
  en: Of the customers who joined, the share who did something themselves on the next day or any later one (unbounded retention). Who joined earlier has had longer, and it only ever rises, so cohorts do not compare; day-1 active retention is there for that.
--- */
arrayExists(day -> day > cohort_day AND day < {asOf:Date}, active_days)

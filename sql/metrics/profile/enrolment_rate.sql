/* ---
label: { zh: 入会率, en: Enrolment rate }
unit: ratio
kind: rate
facts: services
cohort: served_day
window_days: 1
settle_days: 0
among: NOT (ever_enrolled AND enrolled_at < served_at)
owners: [at_event, acquirer, now]
needs: [events, events/member_enrolled, events/store_visited|events/appointment_visited]
uses: [customers, relations]
direction: up
show:
  served_day: served_day
because:
  numerator: { zh: "{served_day} 接待，24 小时内入会", en: "served {served_day}, enrolled within 24 hours" }
  denominator: { zh: "{served_day} 接待时还不是会员", en: "served {served_day}, no member then" }
  immature: { zh: "{served_day} 接待，次日未结束", en: "served {served_day}, the next day is not over" }
  excluded: { zh: "接待时已是会员", en: "a member already when served" }
doc:
  zh: 导购接待（到店或赴约，写明员工）的非会员中，接待后 24 小时内入会的占比；同一员工同一天接待同一客户算一次，从第一次接待起算。
  en: Of the non-members whom an employee served (a visit or kept appointment that names her), the share who became members within 24 hours; a customer counts once for an employee and day, from the first visit on.
--- */
ever_enrolled AND enrolled_at >= served_at AND enrolled_at <= served_at + INTERVAL 24 HOUR

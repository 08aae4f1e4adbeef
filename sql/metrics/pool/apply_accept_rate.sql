/* ---
label: { zh: 好友申请通过率, en: Applications accepted }
unit: ratio
kind: rate
facts: applications
cohort: applied_day
window_days: 7
settle_days: 0
owners: [at_event, acquirer, now]
needs: [customers|relations, events, events/friend_applied]
uses: [customers, relations]
direction: up
show:
  applied_day: applied_day
because:
  numerator: { zh: "{applied_day} 申请，7 天内通过", en: "applied {applied_day}, accepted within 7 days" }
  denominator: { zh: "{applied_day} 申请", en: "applied {applied_day}" }
  immature: { zh: "{applied_day} 申请，未满 7 天", en: "applied {applied_day}, 7 days are not over" }
doc:
  zh: 期内的好友申请（每位客户每天算一次）中，当天起 7 天内成为好友的占比；接替带来的好友关系不算通过。归属于发出申请的员工，没有则按当天结束时的归属。
  en: Of the applications to become a customer’s friend, one for each customer and day, the share after which she was one within 7 days, that day included; a friendship handed over by a colleague accepts none. They belong to the employee who applied, else to the owner at the end of the day.
--- */
arrayExists(day -> day >= cohort_day AND day <= cohort_day + 7, added_days)

/* ---
label: { zh: 新增客户30日入会率, en: New customers who enrolled }
unit: ratio
kind: rate
facts: customer_facts
cohort: joined_day
window_days: 30
settle_days: 0
among: "NOT ifNull(member_from < joined_day, false)"
owners: [acquirer, now, at_event]
needs: [events, events/member_enrolled, customers|relations]
uses: [customers, relations]
direction: up
variant_of: enrolment_rate
show:
  joined_day: joined_day
  member_from: member_from
because:
  numerator: { zh: "{joined_day} 加入，{member_from} 入会", en: "joined {joined_day}, enrolled {member_from}" }
  denominator: { zh: "{joined_day} 加入，入会：{member_from}", en: "joined {joined_day}, enrolled: {member_from}" }
  immature: { zh: "{joined_day} 加入，未满 30 天", en: "joined {joined_day}, 30 days are not over" }
  excluded: { zh: "加入前已是会员，或没有加入日", en: "a member before joining, or no day of joining" }
doc:
  zh: 加入时还不是会员的新增客户中，加入当天起 30 天内入会的占比，按加入日分批，满 30 天才计入。入会率看导购接待后 24 小时，这里看加好友之后。
  en: Of the customers who joined and were no members before, the share who enrolled within 30 days, the day they joined included; counted once 30 days are over. The enrolment rate looks at 24 hours after an employee served somebody, this one at what follows joining.
--- */
ifNull(member_from <= cohort_day + 30, false)

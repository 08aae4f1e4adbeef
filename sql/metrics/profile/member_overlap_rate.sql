/* ---
label: { zh: 会员重合率, en: Members in the pool }
version: 2
unit: ratio
kind: rate
facts: customer_facts
cohort: stock_day
among: held_at_end
owners: [now, acquirer, at_event]
needs: [events, events/member_enrolled]
uses: [customers, relations, group_members]
direction: up
show:
  member_from: member_from
because:
  numerator: { zh: "{member_from} 入会", en: "a member since {member_from}" }
  denominator: { zh: "入会：{member_from}", en: "member since: {member_from}" }
  excluded: { zh: "当日结束时不在私域池", en: "not in the pool at the end of the day" }
doc:
  zh: 期末在池客户中，已经是会员的占比。
  en: Of the customers in the pool at the end of the period, the share that is a member by then.
--- */
ifNull(member_from <= stock_day, false)

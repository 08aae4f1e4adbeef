/* ---
label: { zh: 新增会员, en: New members }
unit: count
kind: sum
aggregate: count
facts: customer_facts
cohort: member_from
owners: [now, acquirer, at_event]
needs: [events, events/member_enrolled]
uses: [customers, relations, group_members]
direction: up
show:
  member_from: member_from
because:
  numerator: { zh: "{member_from} 入会", en: "enrolled on {member_from}" }
doc:
  zh: 期内首次入会的客户数。
  en: Customers who enrolled for the first time in the period.
--- */
1

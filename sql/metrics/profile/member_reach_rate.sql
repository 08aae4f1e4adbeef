/* ---
label: { zh: 会员在池率, en: Members reached }
version: 2
unit: ratio
kind: rate
facts: customer_facts
cohort: stock_day
among: "ifNull(member_from <= stock_day, false)"
owners: [now, acquirer, at_event]
needs: [events, events/member_enrolled]
uses: [customers, relations, group_members]
direction: up
variant_of: member_overlap_rate
show:
  member_from: member_from
because:
  numerator: { zh: "{member_from} 入会，在池", en: "a member since {member_from}, in the pool" }
  denominator: { zh: "{member_from} 入会", en: "a member since {member_from}" }
  excluded: { zh: "期末不是会员", en: "not a member at the end of the period" }
doc:
  zh: 期末的会员中，在私域池内的占比。
  en: Of the members at the end of the period, the share that is in the pool.
--- */
held_at_end

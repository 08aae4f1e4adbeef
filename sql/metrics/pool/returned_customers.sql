/* ---
label: { zh: 回流客户, en: Returned customers }
version: 2
unit: count
kind: sum
aggregate: count
facts: customer_facts
cohort: stock_day
among: "NOT held_before AND held_at_end AND NOT (joined_day IS NOT NULL AND joined_day > open_day)"
owners: [now, acquirer, at_event]
needs: [customers|relations]
uses: [customers, relations, group_members, events/official_account_followed]
direction: up
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 首次加入，期初不在池，期末在池", en: "first joined {joined_day}, not in the pool before the period, in it at its end" }
  excluded: { zh: "期初在池、期末不在池，或期内新加入", en: "in the pool before, not in it at the end, or joined in the period" }
doc:
  zh: 期初不在池、期末在池、且不是期内首次加入的客户数（删除后又加回等）。期末规模 = 期初规模 + 期内加入并留下的 + 回流 − 流失。
  en: Customers not in the pool before the period, in it at its end, who did not join for the first time in it. Closing pool = opening pool + joined and still there + returned − lost.
--- */
1

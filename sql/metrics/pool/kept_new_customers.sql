/* ---
label: { zh: 新增并留下的客户, en: New customers kept }
version: 2
unit: count
kind: sum
aggregate: count
facts: customer_facts
cohort: stock_day
among: "NOT held_before AND held_at_end AND joined_day IS NOT NULL AND joined_day > open_day"
owners: [now, acquirer, at_event]
needs: [customers|relations]
uses: [customers, relations, group_members, events/official_account_followed]
direction: up
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 加入，期末在池", en: "joined {joined_day}, in the pool at the end of the period" }
  excluded: { zh: "不是期内新加入，或期末已离开", en: "did not join in the period, or has left by its end" }
doc:
  zh: 期内首次加入、期末仍在池的客户数；与流失、回流一起解释规模变化。
  en: Customers who joined in the period and are still in the pool at its end; with lost and returned ones it accounts for the change of the pool.
--- */
1

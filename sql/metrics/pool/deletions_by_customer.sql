/* ---
label: { zh: 被客户删除数, en: Deletions by customers }
unit: count
kind: sum
aggregate: count
facts: relation_facts
cohort: to_day
among: end_reason = 'customer_deleted'
owners: [at_event, acquirer, now]
needs: [customers|relations]
uses: [customers, relations]
direction: down
show:
  from_day: from_day
  to_day: to_day
because:
  numerator: { zh: "{from_day} 添加，{to_day} 被客户删除", en: "added {from_day}, deleted by the customer on {to_day}" }
  excluded: { zh: "不是客户删除", en: "not deleted by the customer" }
doc:
  zh: 期内被客户删除的好友关系数（负反馈）。
  en: Relations that customers ended in the period (negative feedback).
--- */
1

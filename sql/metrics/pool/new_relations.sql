/* ---
label: { zh: 新增好友关系, en: New relations }
unit: count
kind: sum
aggregate: count
facts: relation_facts
cohort: from_day
among: NOT is_transfer
owners: [at_event, acquirer, now]
needs: [customers|relations]
uses: [customers, relations]
direction: up
show:
  from_day: from_day
because:
  numerator: { zh: "{from_day} 添加", en: "added on {from_day}" }
  excluded: { zh: "由转接产生", en: "began by a transfer" }
doc:
  zh: 期内员工新加的好友关系数，按关系计（同一客户加两位员工算两条），不含转接；员工工作量用它，公司新增用新增客户。
  en: Relations that employees began in the period, one for each pair of customer and employee, transfers left out; for an employee’s work, while the company’s growth is new customers.
--- */
1

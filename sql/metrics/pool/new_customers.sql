/* ---
label: { zh: 新增客户, en: New customers }
unit: count
kind: sum
aggregate: count
facts: customer_facts
cohort: joined_day
among: NOT is_staff
owners: [acquirer, now, at_event]
needs: [customers|relations]
uses: [customers, relations]
direction: up
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 首次加入", en: "joined for the first time on {joined_day}" }
  excluded: { zh: "内部员工", en: "is staff" }
doc:
  zh: 期内首次与公司建立关系的客户数。转接（201、202）、删除后再次添加和内部员工不算新增。
  en: Customers whose first relation with the company falls into the period. Transfers (201, 202), adding again after a deletion and staff are not new.
--- */
1

/* ---
label: { zh: 新增客户, en: New customers }
unit: count
kind: sum
aggregate: count
facts: customer_facts
cohort: joined_day
owners: [acquirer, now, at_event]
needs: [customers|relations]
uses: [customers, relations]
direction: up
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 首次加入", en: "joined for the first time on {joined_day}" }
doc:
  zh: 期内首次与公司建立关系的客户数。转接（201、202）和删除后再次添加不算新增。
  en: Customers whose first relation with the company falls into the period. Transfers (201, 202) and adding again after a deletion are not new.
--- */
1

/* ---
label: { zh: 社群成员数, en: Group members }
unit: count
kind: sum
aggregate: customers
facts: group_stays
cohort: stock_day
among: from_day <= stock_day AND stock_day < to_day
owners: [at_event, acquirer, now]
needs: [group_members]
uses: [customers, relations]
direction: up
show:
  from_day: from_day
  group: group_id
because:
  numerator: { zh: "{from_day} 入群 {group}，期末仍在", en: "joined {group} on {from_day}, still there at the end" }
  excluded: { zh: "期末不在群", en: "not in the group at the end" }
doc:
  zh: 期末在任一社群内的客户数，按人去重；各群之和不等于合计。
  en: Customers who are in at least one group at the end of the period, each counted once; groups do not add up to the total.
--- */
customer_id

/* ---
label: { zh: 私域用户规模, en: Pool size }
unit: count
kind: stock
facts: customer_facts
owners: [now, acquirer, at_event]
needs: [customers|relations]
uses: [customers, relations, group_members]
direction: up
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 加入，当日结束时仍是好友或在群", en: "joined {joined_day}, still connected at the end of the day" }
  excluded: { zh: "当日结束时既非好友也不在群", en: "not connected at the end of the day" }
doc:
  zh: 期末仍至少有一条有效好友关系或在任一社群的客户数（按人去重）。某天结束前断开的不计入当天。
  en: Customers with at least one open relation or stay in a group at the end of the period, each counted once. A relation that ends on a day is gone at the end of that day.
--- */
held_at_end

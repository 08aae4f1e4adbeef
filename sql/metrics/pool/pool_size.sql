/* ---
label: { zh: 私域用户规模, en: Pool size }
version: 2
unit: count
kind: stock
facts: customer_facts
owners: [now, acquirer, at_event]
needs: [customers|relations]
uses: [customers, relations, group_members, events/official_account_followed]
direction: up
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 加入，当日结束时仍是好友、在群或关注公众号", en: "joined {joined_day}, still connected at the end of the day" }
  excluded: { zh: "当日结束时既非好友，也不在群、未关注公众号", en: "not connected at the end of the day" }
doc:
  zh: 期末在池的客户数（按人去重）：至少有一条有效好友关系，或在任一社群，或关注着公众号。某天结束前断开的不计入当天。
  en: Customers in the pool at the end of the period, each counted once - a friend of any employee, in any group, or a follower of an official account. What ends on a day is gone at the end of that day.
--- */
held_at_end

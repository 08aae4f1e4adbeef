/* ---
label: { zh: 好友规模, en: Friends }
unit: count
kind: stock
facts: customer_facts
owners: [now, acquirer, at_event]
needs: [customers|relations]
uses: [customers, relations]
direction: up
variant_of: pool_size
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 加入，期末仍有效", en: "joined {joined_day}, open at the end of the period" }
  excluded: { zh: "期末已断开", en: "not open at the end of the period" }
doc:
  zh: 期末至少有一条有效好友关系的客户数（按人去重）；好友、社群与粉丝相加不等于用户规模。
  en: Customers with at least one open relation at the end of the period, each counted once; friends, groups and followers do not add up to the pool.
--- */
is_friend_at_end

/* ---
label: { zh: 社群触达规模, en: In groups }
unit: count
kind: stock
facts: customer_facts
owners: [now, acquirer, at_event]
needs: [group_members]
uses: [customers, relations]
direction: up
variant_of: pool_size
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 加入，期末仍有效", en: "joined {joined_day}, open at the end of the period" }
  excluded: { zh: "期末已断开", en: "not open at the end of the period" }
doc:
  zh: 期末至少有一条有效社群成员身份的客户数（按人去重）；好友、社群与粉丝相加不等于用户规模。
  en: Customers with at least one open stay in a group at the end of the period, each counted once; friends, groups and followers do not add up to the pool.
--- */
is_grouped_at_end

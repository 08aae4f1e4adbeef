/* ---
label: { zh: 社群覆盖率, en: Friends in groups }
unit: ratio
kind: rate
facts: customer_facts
cohort: stock_day
among: is_friend_at_end
owners: [now, acquirer, at_event]
needs: [customers|relations, group_members]
uses: [customers, relations]
direction: up
variant_of: group_join_rate
show:
  joined_day: joined_day
because:
  numerator: { zh: "期末是好友，也在群里", en: "a friend at the end of the period, and in a group" }
  denominator: { zh: "期末是好友（{joined_day} 加入）", en: "a friend at the end of the period (joined {joined_day})" }
  excluded: { zh: "期末不是好友", en: "no friend at the end of the period" }
doc:
  zh: 期末的好友中，至少在一个群里的占比。
  en: Of the friends at the end of the period, the share that is in at least one group.
--- */
is_grouped_at_end

/* ---
label: { zh: 群活跃率, en: Group activity }
unit: ratio
kind: rate
facts: group_stays
cohort: stock_day
among: "from_day <= stock_day AND to_day > open_day + 1"
owners: [at_event, acquirer, now]
needs: [group_members, events, events/group_message]
uses: [customers, relations]
direction: up
show:
  from_day: from_day
  group: group_id
because:
  numerator: { zh: "期内在 {group} 发过言", en: "spoke in {group} in the period" }
  denominator: { zh: "{from_day} 入群 {group}", en: "joined {group} on {from_day}" }
  excluded: { zh: "期内不在群", en: "not in the group in the period" }
doc:
  zh: 期内曾在群的成员（按群计）中，期内在该群发过言的占比。
  en: Of the stays in groups on any day of the period, the share whose customer spoke in that group in the period.
--- */
arrayExists(day -> day > open_day AND day <= stock_day, talk_days)

/* ---
label: { zh: 入群人次, en: Group joins }
unit: count
kind: sum
aggregate: count
facts: group_stays
cohort: from_day
owners: [at_event, acquirer, now]
needs: [group_members]
uses: [customers, relations]
direction: up
show:
  from_day: from_day
  group: group_id
because:
  numerator: { zh: "{from_day} 入群 {group}", en: "joined {group} on {from_day}" }
doc:
  zh: 期内入群次数；同一客户进两个群、退出后再进都各算一次。
  en: Times that customers joined groups in the period; joining two groups, or coming back, counts each time.
--- */
1

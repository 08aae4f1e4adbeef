/* ---
label: { zh: 退群率, en: Group churn }
unit: ratio
kind: rate
facts: group_stays
cohort: stock_day
among: from_day <= open_day AND open_day < to_day
owners: [at_event, acquirer, now]
needs: [group_members]
uses: [customers, relations]
direction: down
show:
  from_day: from_day
  group: group_id
because:
  numerator: { zh: "{from_day} 入群 {group}，期内退群", en: "joined {group} on {from_day}, left in the period" }
  denominator: { zh: "{from_day} 入群 {group}，期初在群", en: "joined {group} on {from_day}, there before the period" }
  excluded: { zh: "期初不在群", en: "not there before the period" }
doc:
  zh: 期初在群的成员（按群计）中，期内退群的占比。
  en: Of the stays in groups open before the period, the share that ended in it.
--- */
to_day <= stock_day

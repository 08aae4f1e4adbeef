/* ---
label: { zh: 30日互动率, en: "Engaged within 30 days" }
unit: ratio
kind: rate
facts: customer_facts
cohort: joined_day
window_days: 30
settle_days: 7
among: NOT is_staff
owners: [acquirer, now, at_event]
needs: [customers|relations, events]
uses: [customers, relations, orders]
direction: up
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 加入，30 天内有主动行为", en: "joined {joined_day}, did something within 30 days" }
  denominator: { zh: "{joined_day} 加入", en: "joined {joined_day}" }
  immature: { zh: "{joined_day} 加入，未满 30 天加 7 天结算期", en: "joined {joined_day}, 30 days plus 7 to settle are not over" }
  excluded: { zh: "内部员工", en: "is staff" }
doc:
  zh: 新增客户中，加入当天起 30 天内至少有一天主动行为（发言、浏览、到店、下单等）的占比；漏斗“引流—交互—转化—裂变”的第二级，四级都数同一批人。满 30 天加 7 天结算期才计入。
  en: Of new customers, the share who did something themselves (wrote, viewed, visited, ordered …) on at least one day within 30 days, the day they joined included; the second stage of the funnel from joining to bringing others, all of whose stages count the same people. Counted once 30 days and 7 more to settle are over.
--- */
bitAnd(early_activity, 0x7FFFFFFF) != 0

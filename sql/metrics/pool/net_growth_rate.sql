/* ---
label: { zh: 净增率, en: Net growth rate }
version: 2
unit: ratio
kind: sum
aggregate: ratio
over: toInt64(held_before)
facts: customer_facts
cohort: stock_day
among: held_before OR held_at_end
owners: [now, acquirer, at_event]
needs: [customers|relations]
uses: [customers, relations, group_members, events/official_account_followed]
direction: up
show:
  joined_day: joined_day
because:
  numerator: { zh: "期初与期末状态不同", en: "in the pool at one end of the period only" }
  denominator: { zh: "期初在池", en: "in the pool before the period" }
  excluded: { zh: "期初、期末都不在池", en: "in the pool at neither end" }
doc:
  zh: （期末规模 − 期初规模）÷ 期初规模；期初为 0 时没有值。
  en: (Pool at the end of the period − pool before it) ÷ pool before it; no value where that is 0.
--- */
toInt64(held_at_end) - toInt64(held_before)

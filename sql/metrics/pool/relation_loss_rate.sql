/* ---
label: { zh: 关系流失率, en: Relation loss rate }
unit: ratio
kind: rate
facts: relation_facts
cohort: stock_day
among: from_day <= open_day AND open_day < to_day
owners: [at_event, acquirer, now]
needs: [customers|relations]
uses: [customers, relations]
direction: down
variant_of: loss_rate
show:
  from_day: from_day
  end_reason: end_reason
because:
  numerator: { zh: "{from_day} 开始，期内断开：{end_reason}", en: "began {from_day}, ended in the period: {end_reason}" }
  denominator: { zh: "{from_day} 开始，期初有效", en: "began {from_day}, open before the period" }
  excluded: { zh: "期初不是有效关系", en: "not open before the period" }
doc:
  zh: 期初有效的好友关系中，期内断开（不含转接）的占比，按关系计。
  en: Of the relations open before the period, the share that ended in it other than by a transfer; counted by relation.
--- */
lost_day <= stock_day

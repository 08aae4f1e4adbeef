/* ---
label: { zh: 被删率, en: Relations deleted by customers }
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
  numerator: { zh: "{from_day} 开始，期内被客户删除", en: "began {from_day}, deleted by the customer in the period" }
  denominator: { zh: "{from_day} 开始，期初有效", en: "began {from_day}, open before the period" }
  excluded: { zh: "期初不是有效关系", en: "not open before the period" }
doc:
  zh: 期初有效的好友关系中，期内被客户删除的占比，按关系计；员工删除、离职和原因不明的断开不算，那些在关系流失率里。
  en: Of the relations open before the period, the share that customers ended in it, counted by relation; what employees ended, or ended for reasons unknown, is in the relation loss rate alone.
--- */
deleted_day <= stock_day

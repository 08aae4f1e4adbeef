/* ---
label: { zh: 期初用户留存率, en: Pool retention }
unit: ratio
kind: rate
facts: customer_facts
cohort: stock_day
among: held_before
owners: [now, acquirer, at_event]
needs: [customers|relations]
uses: [customers, relations, group_members, events/official_account_followed]
direction: up
variant_of: relation_retention_q
show:
  joined_day: joined_day
because:
  numerator: { zh: "期初在池，期末仍在", en: "in the pool before the period and at its end" }
  denominator: { zh: "期初在池", en: "in the pool before the period" }
  excluded: { zh: "期初不在池", en: "not in the pool before the period" }
doc:
  zh: 期初前一天结束时在池的客户中，期末仍在池的占比；按季度看就是自然季度到自然季度的留存。与季度留存率不同，分母是老客户，不是当季加入的人。等于 1 − 流失率。
  en: Of the customers in the pool before the period, the share still in it at its end; by quarter it is retention from calendar quarter to calendar quarter. Other than with quarter retention, these are all who were there, not those who joined. One less the loss rate.
--- */
held_at_end

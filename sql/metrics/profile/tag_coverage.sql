/* ---
label: { zh: 标签覆盖率, en: Tag coverage }
unit: ratio
kind: rate
facts: customer_facts
cohort: stock_day
among: held_at_end
owners: [now, acquirer, at_event]
needs: [customers]
uses: [relations, group_members, events/official_account_followed]
direction: up
show:
  tags: "arrayStringConcat(tags, ';')"
because:
  numerator: { zh: "标签：{tags}", en: "tags: {tags}" }
  denominator: { zh: "标签：{tags}", en: "tags: {tags}" }
  excluded: { zh: "当日结束时不在私域池", en: "not in the pool at the end of the day" }
warnings: [profile_as_known_now]
doc:
  zh: 期末在池客户中，至少有一个标签的占比。
  en: Of the customers in the pool at the end of the period, the share with at least one tag.
--- */
notEmpty(tags)

/* ---
label: { zh: 流失率, en: Loss rate }
version: 2
unit: ratio
kind: rate
facts: customer_facts
cohort: stock_day
among: held_before
owners: [now, acquirer, at_event]
needs: [customers|relations]
uses: [customers, relations, group_members, events/official_account_followed]
direction: down
show:
  joined_day: joined_day
because:
  numerator: { zh: "期末已不在池", en: "no longer in the pool at the end of the period" }
  denominator: { zh: "期初在池", en: "in the pool before the period" }
  excluded: { zh: "期初不在池", en: "not in the pool before the period" }
doc:
  zh: 期初在池的客户中，期末已不在池（好友、社群、公众号都没有）的占比（按人）；转接不算流失。
  en: Of the customers in the pool before the period, the share no longer in it at its end (no friend, in no group, no follower); a transfer is no loss.
--- */
NOT held_at_end

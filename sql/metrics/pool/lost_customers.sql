/* ---
label: { zh: 流失客户, en: Lost customers }
version: 2
unit: count
kind: sum
aggregate: count
facts: customer_facts
cohort: stock_day
among: held_before AND NOT held_at_end
owners: [now, acquirer, at_event]
needs: [customers|relations]
uses: [customers, relations, group_members, events/official_account_followed]
direction: down
show:
  joined_day: joined_day
because:
  numerator: { zh: "期初在池，期末已不在", en: "in the pool before the period, no longer at its end" }
  excluded: { zh: "期初不在池，或期末仍在", en: "not in the pool before, or still in it at the end" }
doc:
  zh: 期初前一天结束时在池、期末不在池的客户数（好友、社群、公众号都没有了）。转接不算流失。各期相加不等于整段，因为有人会回来。
  en: Customers who were in the pool before the period and are not at its end, no friend, in no group and no follower any more. A transfer is no loss. Periods do not add up to the range, because some come back.
--- */
1

/* ---
label: { zh: 成交周期, en: Sales cycle }
unit: days
kind: sum
aggregate: median
over: toInt64(1)
facts: customer_facts
cohort: first_purchase_day
among: ifNull(first_purchase_day >= joined_day, false)
owners: [at_event, acquirer, now]
at_event: owner_at_first_purchase
needs: [orders, customers|relations]
uses: [customers, relations, refunds]
direction: down
show:
  joined_day: joined_day
  first_purchase_day: first_purchase_day
because:
  numerator: { zh: "{joined_day} 加入，{first_purchase_day} 首次成交", en: "joined {joined_day}, first bought {first_purchase_day}" }
  denominator: { zh: "{joined_day} 加入，{first_purchase_day} 首次成交", en: "joined {joined_day}, first bought {first_purchase_day}" }
  excluded: { zh: "加入前已购买、没有加入日，或是内部员工", en: "bought before joining, has no day of joining, or is staff" }
doc:
  zh: 期内首次成交的客户，从加入到首次有效订单的天数中位数（当天成交为 0 天）。加入前已购买的老客、内部员工不算。只看已成交的人；加入后有多少人会成交看首单转化率。
  en: Of the customers who bought for the first time in the period, the median of days from joining to that first valid order, 0 on the same day. Those who bought before they joined and staff are left out. It is about who has bought; how many of those who join will is the first-order conversion.
--- */
toInt64(first_purchase_day - assumeNotNull(joined_day))

/* ---
label: { zh: 首单转化, en: First order }
kind: cumulative
facts: customer_facts
cohort: joined_day
settle_days: 7
criteria: [on, bracket]
among: first_purchase_day IS NULL OR first_purchase_day >= cohort_day
reads: [first_purchase_day]
owners: [acquirer, now, at_event]
needs: [customers|relations, orders]
uses: [customers, relations, refunds]
early:
  day: first_purchase_day
  shows: happened
  doc:
    zh: Kaplan–Meier 估计加入后到该账龄为止有首笔有效订单的占比，未满账龄的客户按已观察的天数计入。
    en: Kaplan–Meier estimate of the share with a first valid order by that age; customers who have not reached it count for the days they were observed.
show:
  joined_day: joined_day
  first_purchase_day: first_purchase_day
because:
  numerator: { zh: "{joined_day} 加入，{first_purchase_day} 首单", en: "joined {joined_day}, first order on {first_purchase_day}" }
  denominator: { zh: "{joined_day} 加入，首单：{first_purchase_day}", en: "joined {joined_day}, first order: {first_purchase_day}" }
  immature: { zh: "{joined_day} 加入，未满该账龄加 7 天结算期", en: "joined {joined_day}, this age plus 7 days to settle is not over" }
  excluded: { zh: "加入前已有订单（{first_purchase_day}），是老客户", en: "had ordered before joining ({first_purchase_day})" }
doc:
  zh: 加入前没有订单的客户按加入日分批，到该账龄为止（含当天）有首笔有效订单的累计占比；满账龄加 7 天结算期才计入。
  en: Of the customers who had never ordered before they joined, by the day they joined, the share with a first valid order by that age; counted once that age and 7 more days to settle are over.
--- */
first_purchase_day BETWEEN opens_day AND until_day

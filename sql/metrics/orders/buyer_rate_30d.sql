/* ---
label: { zh: 30日成交率, en: "Bought within 30 days" }
unit: ratio
kind: rate
facts: customer_facts
cohort: joined_day
window_days: 30
settle_days: 7
among: NOT is_staff
owners: [acquirer, now, at_event]
needs: [customers|relations, orders]
uses: [customers, relations, refunds]
direction: up
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 加入，30 天内购买", en: "joined {joined_day}, bought within 30 days" }
  denominator: { zh: "{joined_day} 加入", en: "joined {joined_day}" }
  immature: { zh: "{joined_day} 加入，未满 30 天加 7 天结算期", en: "joined {joined_day}, 30 days plus 7 to settle are not over" }
  excluded: { zh: "内部员工", en: "is staff" }
doc:
  zh: 新增客户中，加入当天起 30 天内有有效订单的占比，加入前是否买过都算；只看从未买过的人用首单转化率。漏斗的第三级。满 30 天加 7 天结算期才计入。
  en: Of new customers, the share with a valid order within 30 days, the day they joined included, whether or not they had bought before; for those who never had there is first-order conversion. The third stage of the funnel. Counted once 30 days and 7 more to settle are over.
--- */
arrayExists(day -> day >= cohort_day AND day <= cohort_day + 30, occasions)

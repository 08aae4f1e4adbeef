/* ---
label: { zh: 有效用户, en: Effective customers }
unit: count
kind: sum
aggregate: count
facts: customer_facts
cohort: first_purchase_day
among: "first_purchase_day >= joined_day AND first_purchase_day <= joined_day + 30"
owners: [acquirer, now, at_event]
needs: [customers|relations, orders]
uses: [customers, relations, refunds]
direction: up
show:
  joined_day: joined_day
  first_purchase_day: first_purchase_day
because:
  numerator: { zh: "{joined_day} 加入，{first_purchase_day} 首单", en: "joined {joined_day}, first order on {first_purchase_day}" }
  excluded: { zh: "加入前已购买，或首单晚于 30 天", en: "bought before joining, or later than 30 days" }
doc:
  zh: 期内成为有效用户的客户数：加入后 30 天内完成首笔有效订单，按首单日计入。
  en: "Customers who became effective in the period: their first valid order came within 30 days of joining; counted on the day of that order."
--- */
1

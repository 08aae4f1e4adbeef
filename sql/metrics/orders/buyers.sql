/* ---
label: { zh: 购买客户数, en: Buyers }
unit: count
kind: sum
aggregate: customers
facts: order_facts
cohort: paid_day
among: is_valid
owners: [at_event, acquirer, now]
needs: [orders]
uses: [refunds]
direction: up
show:
  paid_day: paid_day
because:
  numerator: { zh: "{paid_day} 有有效订单", en: "has a valid order on {paid_day}" }
  excluded: { zh: "{paid_day} 的订单无效", en: "the order of {paid_day} is not valid" }
doc:
  zh: 期内有有效订单的客户数，按人去重；各期、各员工之和不等于合计。
  en: Distinct customers with a valid order in the period; neither periods nor employees add up to the total.
--- */
customer_id

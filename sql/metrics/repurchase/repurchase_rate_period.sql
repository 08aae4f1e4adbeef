/* ---
label: { zh: 期内复购率, en: Repeat rate in the period }
unit: ratio
kind: rate
facts: customer_facts
cohort: stock_day
among_days: occasions
owners: [now, acquirer, at_event]
needs: [orders]
uses: [refunds, customers, relations]
direction: up
variant_of: repurchase_3m
show:
  bought: bought_in_period
because:
  numerator: { zh: "期内购买 {bought} 天", en: "bought on {bought} days of the period" }
  denominator: { zh: "期内购买 {bought} 天", en: "bought on {bought} days of the period" }
  excluded: { zh: "期内没有有效订单", en: "no valid order in the period" }
doc:
  zh: 期内有购买的客户中，期内购买两天以上的占比；与按首购人群计算的三月复购率是两个指标。
  en: Of the customers who bought in the period, the share that did so on two days or more; not to be confused with repurchase by first-order cohort.
--- */
bought_in_period > 1

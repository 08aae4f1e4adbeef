/* ---
label: { zh: 老客占比, en: Returning buyers }
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
  first_purchase_day: first_purchase_day
because:
  numerator: { zh: "期内购买，首单在 {first_purchase_day}", en: "bought in the period, first on {first_purchase_day}" }
  denominator: { zh: "期内购买，首单在 {first_purchase_day}", en: "bought in the period, first on {first_purchase_day}" }
  excluded: { zh: "期内没有有效订单", en: "no valid order in the period" }
doc:
  zh: 期内有购买的客户中，以前已有有效订单的占比。
  en: Of the customers who bought in the period, the share with a valid order before it.
--- */
first_purchase_day <= open_day

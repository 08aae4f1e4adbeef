/* ---
label: { zh: 试, en: Try }
unit: count
kind: sum
aggregate: count
facts: customer_facts
cohort: joined_day
among_days: "purchase_days[1]"
among_within: 0
among: has_purchased
owners: [now]
needs: [orders]
because: {}
doc: { zh: 试, en: Try }
--- */
1

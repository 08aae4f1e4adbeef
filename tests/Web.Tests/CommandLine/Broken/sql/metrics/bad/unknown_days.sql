/* ---
label: { zh: 试, en: Try }
unit: count
kind: sum
aggregate: count
facts: customer_facts
cohort: stock_day
among_days: purchase_dys
owners: [now]
needs: [orders]
because: {}
doc: { zh: 试, en: Try }
--- */
1

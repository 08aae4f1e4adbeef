/* ---
label: { zh: 试, en: Conversion, 7 days }
unit: count
kind: sum
facts: customer_facts
cohort: joined_day
owners: [acquirer]
needs: [customers]
because: {}
doc: { zh: 试, en: Try }
aggregate: count
--- */
1

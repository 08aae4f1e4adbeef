/* ---
label: { zh: 试, en: Try }
unit: ratio
kind: rate
facts: customer_facts
cohort: joined_day
window_days: 1
owners: [acquirer]
needs: [customers]
because: {}
doc: { zh: 试, en: Try }
--- */
joined_day + 'soon' > joined_day

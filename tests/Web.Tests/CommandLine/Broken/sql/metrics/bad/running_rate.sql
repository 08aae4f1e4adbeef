/* ---
label: { zh: 试, en: Try }
kind: rate
facts: customer_facts
cohort: joined_day
window_days: 1
running_total: true
owners: [acquirer]
needs: [customers]
because: {}
doc: { zh: 试, en: Try }
show:
  joined_day: joined_day
--- */
phone_valid

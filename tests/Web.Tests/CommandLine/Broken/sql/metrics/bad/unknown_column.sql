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
among: has_bought
show:
  joined_day: joined_day
  bought: first_purchase_dy
--- */
phone_valid
  AND phone_is_valid

/* ---
label: { zh: 试, en: Try }
unit: ratio
kind: rate
facts: customer_facts
cohort: joined_day
window_days: 1
owners: [acquirer]
needs: [customers]
doc: { zh: 试, en: Try }
show:
  joined_day: joined_day
  Best Day: joined_day
because:
  numerator: { zh: "{joined_dy} 加入", en: "joined {joined_day}" }
  denominatr: { zh: 试, en: Try }
--- */
phone_valid

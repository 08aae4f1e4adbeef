/* ---
label: { zh: 客服工单数, en: Service cases }
unit: count
kind: sum
aggregate: count
facts: contacts
cohort: happened_day
among: kind = 'service_case'
owners: [at_event, acquirer, now]
needs: [events, events/service_case_opened]
uses: [customers, relations]
direction: down
show:
  happened_day: happened_day
because:
  numerator: { zh: "{happened_day} 咨询客服", en: "asked for service on {happened_day}" }
doc:
  zh: 期内客户发起的客服工单数。
  en: Service cases that customers opened in the period.
--- */
1

/* ---
label: { zh: 预约到店率, en: Appointments kept }
unit: ratio
kind: rate
facts: appointments
cohort: booked_day
window_days: 15
settle_days: 0
owners: [at_event, acquirer, now]
needs: [events, events/appointment_booked, events/appointment_visited]
uses: [customers, relations]
direction: up
show:
  booked_day: booked_day
  outcome_day: outcome_day
because:
  numerator: { zh: "{booked_day} 预约，{outcome_day} 到店", en: "booked {booked_day}, came on {outcome_day}" }
  denominator: { zh: "{booked_day} 预约，结果：{outcome_day}", en: "booked {booked_day}, outcome: {outcome_day}" }
  immature: { zh: "{booked_day} 预约，未满 15 天", en: "booked {booked_day}, 15 days are not over" }
doc:
  zh: 期内的预约中，15 天内到店的占比；改约时到店算在最近一次预约上。
  en: Of the appointments made in the period, the share that the customer kept within 15 days; a visit belongs to the last appointment before it.
--- */
outcome = 'visited' AND ifNull(outcome_day <= cohort_day + 15, false)

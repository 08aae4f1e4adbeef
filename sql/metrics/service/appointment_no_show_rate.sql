/* ---
label: { zh: 预约爽约率, en: Appointments missed }
unit: ratio
kind: rate
facts: appointments
cohort: booked_day
window_days: 15
settle_days: 0
among: "outcome != '' AND ifNull(outcome_day <= booked_day + 15 AND outcome_day < {asOf:Date}, false)"
owners: [at_event, acquirer, now]
needs: [events, events/appointment_booked, events/appointment_no_show]
uses: [customers, relations]
direction: down
show:
  booked_day: booked_day
  outcome_day: outcome_day
because:
  numerator: { zh: "{booked_day} 预约，{outcome_day} 未到", en: "booked {booked_day}, did not come on {outcome_day}" }
  denominator: { zh: "{booked_day} 预约，结果：{outcome_day}", en: "booked {booked_day}, outcome: {outcome_day}" }
  immature: { zh: "{booked_day} 预约，未满 15 天", en: "booked {booked_day}, 15 days are not over" }
  excluded: { zh: "15 天内没有结果", en: "no outcome within 15 days" }
doc:
  zh: 期内预约且 15 天内有结果（到店或未到）的，未到的占比；改约时结果算在最近一次预约上，没有结果的预约不当作到店，也不当作未到。
  en: Of the appointments made in the period whose outcome was told within 15 days, the share that the customer did not come to; an outcome belongs to the last appointment before it, and one without an outcome is taken neither as kept nor as missed.
--- */
outcome = 'no_show'

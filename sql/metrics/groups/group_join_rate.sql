/* ---
label: { zh: 入群率, en: Group join rate }
unit: ratio
kind: rate
facts: customer_facts
cohort: joined_day
window_days: 7
settle_days: 0
owners: [acquirer, now, at_event]
needs: [customers|relations, group_members]
uses: [customers, relations]
direction: up
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 加入，7 天内入群", en: "joined {joined_day}, entered a group within 7 days" }
  denominator: { zh: "{joined_day} 加入", en: "joined {joined_day}" }
  immature: { zh: "{joined_day} 加入，未满 7 天", en: "joined {joined_day}, 7 days are not over" }
doc:
  zh: 加入后 7 天内（含当天）进过任一社群的客户占比。
  en: Share of the customers who joined that entered a group within 7 days, the day of joining included.
--- */
arrayExists(day -> day >= cohort_day AND day <= cohort_day + 7, group_from)

/* ---
label: { zh: 线索成本（CPL）, en: Cost per lead }
unit: money
kind: sum
aggregate: ratio
over: is_lead
facts: leads_and_spend
cohort: happened_day
owners: [acquirer, now, at_event]
needs: [costs, events, events/friend_applied|events/ad_clicked|events/appointment_booked]
uses: [customers, relations]
direction: down
show:
  happened_day: happened_day
  amount: "toDecimalString(cost, 2)"
because:
  numerator: { zh: "{happened_day} 花费 {amount} 元", en: "{amount} spent on {happened_day}" }
  denominator: { zh: "{happened_day} 成为线索", en: "became a lead on {happened_day}" }
doc:
  zh: 期内花费 ÷ 期内线索数（首次申请添加、点击广告或预约的客户）。没有线索时没有值。
  en: What was spent in the period ÷ the leads of it (customers who applied, clicked an ad or booked for the first time). No value where there were none.
--- */
cost

/* ---
label: { zh: 线索数, en: Leads }
unit: count
kind: sum
aggregate: count
facts: leads_and_spend
cohort: happened_day
among: is_lead = 1
owners: [acquirer, now, at_event]
needs: [events, events/friend_applied|events/ad_clicked|events/appointment_booked]
uses: [customers, relations]
direction: up
show:
  happened_day: happened_day
because:
  numerator: { zh: "{happened_day} 成为线索", en: "became a lead on {happened_day}" }
  excluded: { zh: "是花费，不是线索", en: "a cost and no lead" }
doc:
  zh: 期内首次申请添加、点击广告或预约的客户数，不论后来是否加入；每个客户一生只算一次。只留下电话不算，因为没有留电话的日期。
  en: Customers who applied to be added, clicked an ad or booked an appointment for the first time in the period, whether or not they joined; each counts once. A phone number alone makes no lead, as nothing says when it was left.
--- */
1

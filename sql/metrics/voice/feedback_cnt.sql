/* ---
label: { zh: 反馈数, en: Feedback }
unit: count
kind: sum
aggregate: count
facts: contacts
cohort: happened_day
among: kind = 'feedback'
owners: [at_event, acquirer, now]
needs: [events, events/feedback_submitted]
uses: [customers, relations]
direction: none
show:
  happened_day: happened_day
because:
  numerator: { zh: "{happened_day} 提交反馈", en: "gave feedback on {happened_day}" }
doc:
  zh: 期内客户提交的反馈条数；同一条重复传来只算一次。
  en: Pieces of feedback that customers gave in the period; one that is told twice counts once.
--- */
1

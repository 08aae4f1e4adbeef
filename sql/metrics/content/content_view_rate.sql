/* ---
label: { zh: 浏览率, en: Content viewed }
unit: ratio
kind: rate
facts: content_deliveries
cohort: delivered_day
window_days: 3
settle_days: 0
among: content_id != ''
owners: [at_event, acquirer, now]
needs: [events, events/content_delivered, events/content_viewed]
uses: [customers, relations]
direction: up
show:
  delivered_day: delivered_day
  content: content_id
  viewed_day: viewed_day
  shared_day: shared_day
because:
  numerator: { zh: "{delivered_day} 收到 {content}，{viewed_day} 浏览", en: "sent {content} on {delivered_day}, viewed {viewed_day}" }
  denominator: { zh: "{delivered_day} 收到 {content}，浏览：{viewed_day}，转发：{shared_day}", en: "sent {content} on {delivered_day}, viewed: {viewed_day}, shared: {shared_day}" }
  immature: { zh: "{delivered_day} 收到 {content}，未满 72 小时", en: "sent {content} on {delivered_day}, 72 hours are not over" }
  excluded: { zh: "没有内容编号", en: "names no content" }
doc:
  zh: 期内送达客户的内容中，72 小时内被该客户浏览的占比；每次送达各算一次，浏览算在同一内容最近一次送达上；没有内容编号的送达无从对应，不算。
  en: Of the contents delivered to customers in the period, the share viewed by the customer within 72 hours; every delivery counts, and a view belongs to the last delivery of the same content before it; deliveries that name no content cannot be matched and are left out.
--- */
is_viewed

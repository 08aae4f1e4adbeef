/* ---
label: { zh: 转发率, en: Content shared }
unit: ratio
kind: rate
facts: content_deliveries
cohort: delivered_day
window_days: 3
settle_days: 0
among: content_id != '' AND is_viewed
owners: [at_event, acquirer, now]
needs: [events, events/content_delivered, events/content_viewed, events/content_shared]
uses: [customers, relations]
direction: up
show:
  delivered_day: delivered_day
  content: content_id
  viewed_day: viewed_day
  shared_day: shared_day
because:
  numerator: { zh: "{delivered_day} 收到 {content}，{shared_day} 转发", en: "sent {content} on {delivered_day}, shared {shared_day}" }
  denominator: { zh: "{delivered_day} 收到 {content}，浏览：{viewed_day}，转发：{shared_day}", en: "sent {content} on {delivered_day}, viewed: {viewed_day}, shared: {shared_day}" }
  immature: { zh: "{delivered_day} 收到 {content}，未满 72 小时", en: "sent {content} on {delivered_day}, 72 hours are not over" }
  excluded: { zh: "72 小时内没有浏览，或没有内容编号", en: "not viewed within 72 hours, or names no content" }
doc:
  zh: 期内送达、72 小时内被浏览的内容中，72 小时内又被该客户转发的占比；没有浏览记录的转发不算。
  en: Of the contents delivered in the period and viewed within 72 hours, the share that the customer also passed on within them; passing on without a view on record does not count.
--- */
is_shared

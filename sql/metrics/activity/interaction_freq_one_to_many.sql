/* ---
label: { zh: 一对多互动频次, en: One-to-many interactions }
unit: times
kind: sum
aggregate: ratio
over: 1
facts: customer_facts
cohort: stock_day
among_days: active_days
owners: [now, acquirer, at_event]
needs: [events, events/content_viewed|events/content_shared|events/live_entered|events/official_account_followed|events/channel_video_shared]
uses: [orders, customers, relations]
direction: up
variant_of: interaction_freq
show:
  days: one_to_many_in_period
because:
  numerator: { zh: "期内一对多互动 {days} 天", en: "met what is told to many on {days} days of the period" }
  denominator: { zh: "期内活跃", en: "active in the period" }
  excluded: { zh: "期内没有主动行为", en: "did nothing in the period" }
doc:
  zh: 期内一对多互动（浏览或转发内容、进直播、关注公众号、转发视频号）的客户天数 ÷ 期内活跃客户数；同一天多次只算一次。
  en: Customer-days with what is told to many (viewed or passed on a content, entered a live stream, followed the official account, shared a channel video) per active customer of the period; several in one day count once.
--- */
one_to_many_in_period

/* ---
label: { zh: 视频号转发数, en: Channel videos shared }
unit: count
kind: sum
aggregate: count
facts: contacts
cohort: happened_day
among: kind = 'video_share'
owners: [at_event, acquirer, now]
needs: [events, events/channel_video_shared]
uses: [customers, relations]
direction: up
show:
  happened_day: happened_day
because:
  numerator: { zh: "{happened_day} 转发视频号", en: "shared a channel video on {happened_day}" }
doc:
  zh: 期内客户转发视频号的次数。
  en: Times that customers passed on a channel video in the period.
--- */
1

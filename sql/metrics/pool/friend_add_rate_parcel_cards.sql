/* ---
label: { zh: 加粉率（按包裹卡）, en: "Add rate, per parcel card" }
unit: ratio
kind: sum
aggregate: ratio
over: reached
facts: reach_and_adds
cohort: happened_day
among: base = 'parcel_cards'
owners: [acquirer, now, at_event]
needs: [reach, channels, customers|relations]
uses: [customers, relations]
direction: up
variant_of: friend_add_rate_clicks
show:
  happened_day: happened_day
  reached: toString(reached)
because:
  numerator: { zh: "{happened_day} 加入", en: "joined {happened_day}" }
  denominator: { zh: "{happened_day} 触达 {reached} 张包裹卡", en: "{reached} parcel cards on {happened_day}" }
  excluded: { zh: "渠道的触达不按这个口径计", en: "the channel counts its reach in another base" }
doc:
  zh: 以寄出的包裹卡计触达的渠道（渠道表的 reach_base 为 parcel_cards）中，期内新增客户 ÷ 期内触达数。不同口径的渠道不合在一起平均，各口径各有一个指标。渠道从开始上报触达之日起计入；触达只按渠道上报，所以按员工看没有意义。
  en: Over the channels that count their reach in parcel cards sent (reach_base of the channel is parcel_cards), the customers who joined in the period ÷ how many were reached in it. Channels with different bases are never averaged; each base has a metric of its own. A channel counts from the first day its reach was told; reach is told by channel alone, so a split by employee says nothing.
--- */
joined

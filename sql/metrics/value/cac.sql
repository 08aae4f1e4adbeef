/* ---
label: { zh: 获客成本（CAC）, en: Cost per new buyer }
unit: money
kind: sum
aggregate: ratio
over: joined
facts: acquisition
cohort: if(joined = 1, first_bought, happened_day)
among: joined = 0 OR first_bought IS NOT NULL
owners: [acquirer, now, at_event]
needs: [costs, orders, customers|relations]
uses: [customers, relations, refunds]
direction: down
show:
  happened_day: happened_day
  first_purchase_day: first_bought
  amount: "toDecimalString(cost, 2)"
because:
  numerator: { zh: "{happened_day} 花费 {amount} 元", en: "{amount} spent on {happened_day}" }
  denominator: { zh: "{happened_day} 加入，{first_purchase_day} 首购", en: "joined {happened_day}, first bought {first_purchase_day}" }
  excluded: { zh: "加入后没有首购", en: "has not bought for the first time since joining" }
doc:
  zh: 期内全部花费（媒体、优惠券、礼品、佣金、人工、工具）÷ 期内首次购买的客户数；加入前就买过的老客不算新客。渠道按客户的来源渠道与花费所填渠道对应，没有填渠道的人工等计入“未知”，所以合计是全口径，单渠道只含该渠道的花费。没有新购客户时没有值。
  en: All that was spent in the period (media, coupons, gifts, commission, labour, tools) ÷ the customers who bought for the first time in it; who bought before joining is no new buyer. By channel, the one a customer came by against the one a cost names; labour and the like without a channel stand under unknown, so the total is fully loaded and a channel has its own costs alone. No value where nobody bought for the first time.
--- */
cost

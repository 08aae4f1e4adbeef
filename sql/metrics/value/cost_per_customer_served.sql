/* ---
label: { zh: 单客服务成本, en: Cost per customer served }
unit: money
kind: sum
aggregate: ratio
over: served
facts: activity_and_spend
cohort: stock_day
among_days: days
owners: [now, acquirer, at_event]
needs: [costs, events|orders]
uses: [events, orders, customers, relations]
direction: down
show:
  amount: "toDecimalString(cost, 2)"
because:
  numerator: { zh: "期内花费 {amount} 元", en: "{amount} spent in the period" }
  denominator: { zh: "期内活跃", en: "active in the period" }
  excluded: { zh: "期内没有主动行为，或不在期内花费", en: "did nothing in the period, or not spent in it" }
doc:
  zh: 期内全部花费（媒体、优惠券、礼品、佣金、人工、工具）÷ 期内活跃客户数（定义同活跃客户数）；花费不分获客还是维护，只看获客用加粉成本和获客成本。花费归属到填写的员工和渠道，客户归属到负责人和来源渠道。期内没有活跃客户时没有值。
  en: Everything spent in the period (media, coupons, gifts, commission, labour, tools) ÷ the customers active in it, as active customers are counted. Costs of winning customers and of serving them are not told apart; for the former alone there are the costs per customer added and per new buyer. A cost belongs to the employee and channel it names, a customer to her owner and the channel she came by. No value where nobody was active.
--- */
cost

/* ---
label: { zh: 30日获客成本, en: Cost per buyer within 30 days }
unit: money
kind: mean
aggregate: ratio
over: "if(joined = 1 AND first_bought <= cohort_day + 30, 1, 0)"
facts: acquisition
cohort: happened_day
window_days: 30
settle_days: 7
owners: [acquirer, now, at_event]
needs: [costs, orders, customers|relations]
uses: [customers, relations, refunds]
direction: down
variant_of: cac
show:
  happened_day: happened_day
  first_purchase_day: first_bought
  amount: "toDecimalString(cost, 2)"
because:
  numerator: { zh: "{happened_day} 花费 {amount} 元", en: "{amount} spent on {happened_day}" }
  denominator: { zh: "{happened_day} 加入，{first_purchase_day} 首购", en: "joined {happened_day}, first bought {first_purchase_day}" }
  immature: { zh: "{happened_day} 加入或花费，未满 30 天加 7 天结算期", en: "joined or spent on {happened_day}, 30 days and 7 more to settle are not over" }
doc:
  zh: 花费 ÷ 同一段日子里加入、并在加入当天起 30 天内首次购买的客户数；花费和客户都按自己的日子满 30 天加 7 天结算期才计入，两边是同一批人和同一段日子。期内首购的人可能早就加入，看当期花费与当期首购用获客成本。没有人首购时没有值。
  en: What was spent ÷ the customers who joined on the same days and first bought within 30 days, the day they joined included. Costs and customers alike count once 30 days from their own day and 7 more to settle are over, so both sides are of the same people and days; who first buys in a period may have joined long before, which is what the cost per new buyer counts. No value where nobody bought.
--- */
cost

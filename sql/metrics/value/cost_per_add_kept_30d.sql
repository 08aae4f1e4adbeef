/* ---
label: { zh: 30日留存加粉成本, en: Cost per customer kept 30 days }
version: 2
unit: money
kind: mean
aggregate: ratio
over: "if(joined = 1 AND arrayExists((from_day, to_day) -> from_day <= cohort_day + 30 AND cohort_day + 30 < to_day, pool_from, pool_to), 1, 0)"
facts: acquisition
cohort: happened_day
window_days: 30
settle_days: 0
owners: [acquirer, now, at_event]
needs: [costs, customers|relations]
uses: [customers, relations, group_members, events/official_account_followed]
direction: down
variant_of: cost_per_add
show:
  happened_day: happened_day
  amount: "toDecimalString(cost, 2)"
because:
  numerator: { zh: "{happened_day} 花费 {amount} 元", en: "{amount} spent on {happened_day}" }
  denominator: { zh: "{happened_day} 加入，第 30 天结束时仍在", en: "joined {happened_day}, still there at the end of day 30" }
  immature: { zh: "{happened_day} 加入或花费，未满 30 天", en: "joined or spent on {happened_day}, 30 days are not over" }
doc:
  zh: 花费 ÷ 加入第 30 天结束时仍在池的新增客户数；花费和客户都按自己的日子满 30 天才计入，两边是同一段日子。没有留下的客户时没有值。
  en: What was spent ÷ the customers who joined and were still in the pool at the end of day 30. Costs and customers alike count once 30 days from their own day are over, so both sides are of the same days. No value where nobody was kept.
--- */
cost

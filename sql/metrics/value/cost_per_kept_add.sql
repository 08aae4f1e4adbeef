/* ---
label: { zh: 净加粉成本, en: Cost per new customer kept }
version: 2
unit: money
kind: sum
aggregate: ratio
over: "if(joined = 1 AND arrayExists((from_day, to_day) -> from_day <= kept_on AND kept_on < to_day, pool_from, pool_to), 1, 0)"
facts: acquisition
cohort: happened_day
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
  denominator: { zh: "{happened_day} 加入，次日结束时仍在", en: "joined {happened_day}, still there at the end of the next day" }
doc:
  zh: 期内花费 ÷ 期内新增且次日结束时仍在池的客户数（扣除首日删除）；最后一天加入的，看到数据截止时。没有留下的客户时没有值。
  en: What was spent in the period ÷ the customers who joined in it and were still in the pool at the end of the next day, first-day deletions left out; of those who joined on the last day of the data, at its end. No value where nobody was kept.
--- */
cost

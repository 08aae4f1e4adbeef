/* ---
label: { zh: 复购周期, en: Days between purchases }
unit: days
kind: sum
aggregate: median
over: toInt64(has_next)
facts: purchases
cohort: bought_day
among: is_occasion
owners: [at_event, acquirer, now]
needs: [orders]
uses: [refunds]
direction: down
show:
  bought_day: bought_day
  days: "if(has_next, next_day, {completeThrough:Date}) - bought_day"
because:
  numerator: { zh: "{bought_day} 购买，{days} 天后再购", en: "bought {bought_day}, again {days} days later" }
  denominator: { zh: "{bought_day} 购买，此后观察 {days} 天", en: "bought {bought_day}, followed for {days} days" }
  excluded: { zh: "当天订单已全额退款", en: "everything bought that day was refunded" }
doc:
  zh: 从期内的每个购买日到同一客户下一个购买日的天数中位数（Kaplan–Meier）：还没有再购的间隔按已观察到的天数计入，不丢弃，也不当作已结束，因此不会像平均间隔那样偏短。观察期内不到一半再购时没有值。同一天的多笔订单算一次，全额退款的不算。
  en: Median of days from each day of purchase in the period to the same customer's next (Kaplan–Meier). Gaps that are still open count for as long as they were followed; they are neither dropped nor taken as over, so it is not short as a plain average is. No value where fewer than half have bought again while followed. Orders of one day are one purchase, fully refunded ones none.
--- */
toInt64(if(has_next, next_day, {completeThrough:Date}) - bought_day)

/* ---
label: { zh: 经营利润, en: Operating profit }
unit: money
kind: sum
aggregate: sum
facts: sales_and_spend
cohort: moved_day
owners: [at_event, acquirer, now]
needs: [costs, orders, margin]
uses: [refunds]
direction: up
variant_of: roi
running_total: true
show:
  moved_day: moved_day
  amount: "toDecimalString(sold + cost, 2)"
because:
  numerator: { zh: "{moved_day} 金额 {amount} 元（收入乘毛利率，花费相减）", en: "{amount} on {moved_day} (sales times the margin, costs taken off)" }
doc:
  zh: 期内净销售额 × 毛利率 − 期内全部花费；毛利率取设置 Business:Margin，没有设置就没有值。负数是亏损。页面上另有从所选范围第一期起逐期累计的曲线：累计由负转正的那一期，这段时间的全部花费才都赚了回来，与只看一期客户的回本周期不同；要看开始经营以来，请把范围选到最早。
  en: Net sales of the period × the margin − all that was spent in it. The margin is the setting Business:Margin; without it there is no value. Below zero is a loss. Its page adds the periods of the range up as a curve; where that turns positive, all that was spent since the range began has been earned back, which is another question than the payback of one cohort; begin the range with the business to ask it of the whole.
--- */
sold * {margin:Decimal(9, 4)} - cost

/* ---
label: { zh: 投资回报率（ROI）, en: Return on investment }
unit: ratio
kind: sum
aggregate: ratio
over: cost
facts: sales_and_spend
cohort: moved_day
owners: [at_event, acquirer, now]
needs: [costs, orders, margin]
uses: [refunds]
direction: up
variant_of: roas
show:
  moved_day: moved_day
  amount: "toDecimalString(sold + cost, 2)"
because:
  numerator: { zh: "{moved_day} 金额 {amount} 元（收入乘毛利率，花费相减）", en: "{amount} on {moved_day} (sales times the margin, costs taken off)" }
  denominator: { zh: "{moved_day} 花费 {amount} 元", en: "{amount} spent on {moved_day}" }
doc:
  zh: （期内净销售额 × 毛利率 − 期内花费）÷ 期内花费；毛利率取设置 Business:Margin，没有设置就没有值。0% 是刚好回本。没有花费时没有值。
  en: "(Net sales of the period × the margin − what was spent in it) ÷ what was spent. The margin is the setting Business:Margin; without it there is no value. 0 % is breaking even. No value where nothing was spent."
--- */
sold * {margin:Decimal(9, 4)} - cost

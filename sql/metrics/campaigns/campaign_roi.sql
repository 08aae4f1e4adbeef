/* ---
label: { zh: 活动 ROI, en: Campaign ROI }
unit: ratio
kind: sum
aggregate: ratio
over: cost
facts: campaign_money
cohort: moved_day
owners: [at_event, acquirer, now]
needs: [campaigns, campaigns/margin, costs, orders]
uses: [events, refunds]
direction: up
variant_of: roi
show:
  moved_day: moved_day
  campaign: campaign_id
  amount: "toDecimalString(sold + cost, 2)"
because:
  numerator: { zh: "{campaign}：{moved_day} 金额 {amount} 元（收入乘毛利率，花费相减）", en: "{campaign}: {amount} on {moved_day} (sales times the margin, costs taken off)" }
  denominator: { zh: "{campaign}：{moved_day} 花费 {amount} 元", en: "{campaign}: {amount} spent on {moved_day}" }
doc:
  zh: 期内（归到活动的净销售额 × 该活动毛利率 − 该活动花费）÷ 该活动花费；只含填了毛利率的活动，归因规则同活动转化人数。花费只含写明活动的部分。这是归因回报，不是增量回报。没有花费时没有值。
  en: Of the period, (net sales put down to campaigns × each campaign’s margin − what was spent on it) ÷ what was spent, over the campaigns whose margin is known; put down as for campaign buyers. Only costs that name the campaign are in it. It is attributed, not incremental. No value where nothing was spent.
--- */
sold * margin - cost

/* ---
label: { zh: 季度活跃留存率, en: Quarter active retention }
unit: ratio
kind: rate
facts: customer_facts
cohort: joined_day
window_days: 90
settle_days: 0
owners: [acquirer, now, at_event]
needs: [customers|relations, events]
uses: [customers, relations, orders]
direction: up
variant_of: relation_retention_q
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 加入，第 61–90 天有主动行为", en: "joined {joined_day}, did something on day 61–90" }
  denominator: { zh: "{joined_day} 加入，已满观察期", en: "joined {joined_day}, observed in full" }
  immature: { zh: "{joined_day} 加入，未满观察期", en: "joined {joined_day}, not observed in full yet" }
doc:
  zh: 加入后第 61 至 90 天内至少一天有客户主动行为的客户占比；只计已满 90 天的客户。
  en: Share of the customers who joined that did something themselves on at least one of days 61 to 90; only those with 90 full days count.
--- */
arrayExists(offset -> offset BETWEEN 61 AND 90, active_offsets)

/* ---
label: { zh: 老带新人数占比, en: Share of customers referred }
unit: ratio
kind: rate
facts: customer_facts
cohort: joined_day
window_days: 0
settle_days: 0
among: NOT is_staff
owners: [acquirer, now, at_event]
needs: [customers, customers/referrer]
uses: [relations]
direction: up
variant_of: referral_revenue_share
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 由老客推荐加入", en: "joined {joined_day}, brought by another customer" }
  denominator: { zh: "{joined_day} 加入", en: "joined {joined_day}" }
  immature: { zh: "{joined_day} 加入，当天未结束", en: "joined {joined_day}, the day is not over" }
  excluded: { zh: "内部员工", en: "is staff" }
doc:
  zh: 期内新增客户中，由其他客户推荐来的占比；内部员工不算。
  en: Of the customers who joined in the period, the share that another customer brought; staff is left out.
--- */
referrer_id != 0

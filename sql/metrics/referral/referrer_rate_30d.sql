/* ---
label: { zh: 30日裂变率, en: "Brought others within 30 days" }
unit: ratio
kind: rate
facts: referrers
cohort: joined_day
window_days: 30
settle_days: 7
among: NOT is_staff
owners: [acquirer, now, at_event]
needs: [customers, customers/referrer]
uses: [customers, relations]
direction: up
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 加入，30 天内带来新客户", en: "joined {joined_day}, brought somebody within 30 days" }
  denominator: { zh: "{joined_day} 加入", en: "joined {joined_day}" }
  immature: { zh: "{joined_day} 加入，未满 30 天加 7 天结算期", en: "joined {joined_day}, 30 days plus 7 to settle are not over" }
  excluded: { zh: "内部员工", en: "is staff" }
doc:
  zh: 新增客户中，加入当天起 30 天内带来至少一位新客户的占比；推荐人按客户资料所填，自己带自己、互为推荐人、内部员工不算。漏斗的第四级。满 30 天加 7 天结算期才计入。
  en: Of new customers, the share who brought at least one new customer within 30 days, the day they joined included. Who brought whom is what the customers’ records say; nobody brings himself, two who name each other bring neither, and staff is not brought. The fourth stage of the funnel. Counted once 30 days and 7 more to settle are over.
--- */
arrayExists(day -> day >= cohort_day AND day <= cohort_day + 30, brought_days)

/* ---
label: { zh: 手机号留资率, en: Phone numbers known }
version: 2
unit: ratio
kind: rate
facts: customer_facts
cohort: stock_day
among: held_at_end
owners: [now, acquirer, at_event]
needs: [customers]
uses: [relations, group_members, events/official_account_followed]
direction: up
variant_of: profile_completion_rate
show:
  joined_day: joined_day
because:
  numerator: { zh: "手机号有效", en: "the phone number is valid" }
  denominator: { zh: "期末在池", en: "in the pool at the end of the period" }
  excluded: { zh: "当日结束时不在私域池", en: "not in the pool at the end of the day" }
warnings: [profile_as_known_now]
doc:
  zh: 期末在池客户中，有有效大陆手机号的占比；资料按目前已知的计算。
  en: Of the customers in the pool at the end of the period, the share with a valid mainland mobile number; profiles as known now.
--- */
phone_valid

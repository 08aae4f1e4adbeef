/* ---
label: { zh: 资料完善度, en: Profile score }
version: 2
unit: ratio
kind: sum
aggregate: ratio
over: 4
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
  numerator: { zh: "有已填写的资料", en: "some fields are valid" }
  denominator: { zh: "期末在池", en: "in the pool at the end of the period" }
  excluded: { zh: "当日结束时不在私域池", en: "not in the pool at the end of the day" }
warnings: [profile_as_known_now]
doc:
  zh: 期末在池客户的手机号、生日、性别、城市四项平均填写比例。
  en: Of the four fields phone, birthday, gender and city, the average share that is valid, over the customers in the pool at the end of the period.
--- */
toInt64(phone_valid) + toInt64(birthday_valid) + toInt64(gender_known) + toInt64(city_known)

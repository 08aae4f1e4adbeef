/* ---
label: { zh: 信息完善率, en: Profile completion }
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
show:
  joined_day: joined_day
  phone: if(phone_valid, 'ok', '–')
  birthday: if(birthday_valid, 'ok', '–')
  gender: if(gender_known, 'ok', '–')
  city: if(city_known, 'ok', '–')
because:
  numerator: { zh: "手机号、生日、性别、城市齐全且有效", en: "phone, birthday, gender and city all known and valid" }
  denominator: { zh: "手机号 {phone}，生日 {birthday}，性别 {gender}，城市 {city}", en: "phone {phone}, birthday {birthday}, gender {gender}, city {city}" }
  excluded: { zh: "当日结束时不在私域池", en: "not in the pool at the end of the day" }
warnings: [profile_as_known_now]
doc:
  zh: 期末在池客户中，手机号（大陆手机号）、生日（1900 年至今）、性别、城市四项全部有效的占比。历史期末按当时在池的人、目前已知的资料计算。
  en: Of the customers in the pool at the end of the period, the share with a valid mainland mobile number, a birthday between 1900 and today, gender and city. Past periods use who was in the pool then and the profile as known now.
--- */
profile_complete

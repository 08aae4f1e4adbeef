/* ---
label: { zh: 新客信息完善率, en: Profile completion of new customers }
unit: ratio
kind: rate
facts: customer_facts
cohort: joined_day
window_days: 7
settle_days: 0
among: NOT is_staff
owners: [acquirer, now, at_event]
needs: [customers]
uses: [relations]
direction: up
variant_of: profile_completion_rate
show:
  joined_day: joined_day
  phone: if(phone_valid, 'ok', '–')
  birthday: if(birthday_valid, 'ok', '–')
  gender: if(gender_known, 'ok', '–')
  city: if(city_known, 'ok', '–')
because:
  numerator: { zh: "{joined_day} 加入，四项齐全且有效", en: "joined {joined_day}, all four known and valid" }
  denominator: { zh: "{joined_day} 加入：手机号 {phone}，生日 {birthday}，性别 {gender}，城市 {city}", en: "joined {joined_day}: phone {phone}, birthday {birthday}, gender {gender}, city {city}" }
  immature: { zh: "{joined_day} 加入，未满 7 天", en: "joined {joined_day}, 7 days are not over" }
  excluded: { zh: "内部员工", en: "is staff" }
warnings: [profile_as_known_now]
doc:
  zh: 期内加入满 7 天的客户中，手机号、生日、性别、城市四项全部有效的占比，用于考核负责获客的员工。资料没有填写日期，所以按目前已知的资料计算，满 7 天后补填的也算。
  en: Of the customers who joined in the period at least 7 days ago, the share with a valid mobile number and birthday, gender and city, by which those who win customers can be judged. Profiles carry no dates, so they are taken as known now, and what was filled in after the 7 days counts as well.
--- */
profile_complete

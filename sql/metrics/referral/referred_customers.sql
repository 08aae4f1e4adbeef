/* ---
label: { zh: 老带新客户, en: Referred customers }
unit: count
kind: sum
aggregate: count
facts: customer_facts
cohort: joined_day
among: referrer != '' AND referrer != customer
owners: [acquirer, now, at_event]
needs: [customers]
uses: [relations]
direction: up
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 由老客推荐加入", en: "joined {joined_day}, brought by another customer" }
  excluded: { zh: "没有推荐人", en: "nobody brought this customer" }
doc:
  zh: 期内加入、由其他客户推荐来的客户数；自己推荐自己不算。
  en: Customers who joined in the period and were brought by another customer; nobody refers himself.
--- */
1

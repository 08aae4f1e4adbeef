/* ---
label: { zh: 老带新客户, en: Referred customers }
unit: count
kind: sum
aggregate: count
facts: customer_facts
cohort: joined_day
among: referrer_id != 0 AND NOT is_staff
owners: [acquirer, now, at_event]
needs: [customers, customers/referrer]
uses: [relations]
direction: up
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 由老客推荐加入", en: "joined {joined_day}, brought by another customer" }
  excluded: { zh: "没有推荐人，或是内部员工", en: "nobody brought this customer, or it is staff" }
doc:
  zh: 期内加入、由其他客户推荐来的客户数；自己推荐自己、内部员工不算。
  en: Customers who joined in the period and were brought by another customer; nobody refers himself, and staff is left out.
--- */
1

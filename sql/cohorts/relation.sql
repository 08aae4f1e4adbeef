/* ---
label: { zh: 关系留存, en: Relation retention }
kind: state                 # state: true of a day | activity: on some day | cumulative: once, by a day
facts: customer_facts
cohort: joined_day          # age 0 is this day
settle_days: 0
criteria: [on, on_or_after, bracket]
reads: [pool_from, pool_to] # columns of the facts that the condition below looks at
owners: [acquirer, now, at_event]
needs: [customers|relations]
uses: [customers, relations, group_members, events/official_account_followed]
early:                      # Kaplan-Meier: the day of the one event that ends the observation
  day: >-
    arrayMin(arrayFilter(
      day -> day >= cohort_day AND NOT arrayExists((from_day, to_day) -> from_day <= day AND day < to_day, pool_from, pool_to),
      arrayConcat([assumeNotNull(cohort_day)], pool_to)))
  shows: remaining          # remaining: the share it has not happened to | happened
  doc:
    zh: Kaplan–Meier 估计加入后一直在池、从未离开的占比。离开后又回来的客户在留存里算在池，在这里不算，所以它是留存的下界。
    en: Kaplan–Meier estimate of the share that has stayed since joining and never left. Those who left and came back count as retained but not here, so this is a lower bound of retention.
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 加入，该账龄仍在池", en: "joined {joined_day}, in the pool at this age" }
  denominator: { zh: "{joined_day} 加入，已满该账龄", en: "joined {joined_day}, has reached this age" }
  immature: { zh: "{joined_day} 加入，未满该账龄", en: "joined {joined_day}, has not reached this age" }
doc:
  zh: 按加入日分批的客户中，在该账龄当天结束时仍在池（好友、社群或公众号至少其一）的占比。离开后又回来的算在池。
  en: Of the customers by the day they joined, the share still in the pool (a friend, in a group or a follower) at the end of the day of that age. Someone who left and came back counts.
--- */
arrayExists((from_day, to_day) -> from_day <= until_day AND opens_day < to_day, pool_from, pool_to)

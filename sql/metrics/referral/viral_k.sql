/* ---
label: { zh: 裂变系数, en: Viral factor }
unit: times
kind: mean
facts: invitations
cohort: invited_day
window_days: 7
settle_days: 0
owners: [at_event, acquirer, now]
needs: [customers, customers/referrer, events, events/referral_made]
uses: [relations]
direction: up
show:
  invited_day: invited_day
because:
  numerator: { zh: "{invited_day} 发出邀请", en: "invited others on {invited_day}" }
  immature: { zh: "{invited_day} 发出邀请，未满 7 天", en: "invited others on {invited_day}, 7 days are not over" }
doc:
  zh: 平均每次邀请（每位客户每个邀请日算一次）在 7 天内（含当天）带来的新客户数；带来的人归于邀请人此前最近的一次邀请，没带来人的按 0 计入。自己推荐自己、互相推荐、推荐比自己更早加入的人都不算。
  en: New customers whom an invitation brought within 7 days, that day included, on average over all invitations, one for each customer and day on which she invited. Who came belongs to the last invitation before; invitations that brought nobody count as 0. Nobody brings himself, his own referrer or somebody who joined before him.
--- */
toInt64(arrayCount(day -> day >= cohort_day AND day <= cohort_day + 7 AND day < next_day, brought_days))

/* ---
label: { zh: 公众号粉丝数, en: Followers }
unit: count
kind: stock
facts: customer_facts
owners: [now, acquirer, at_event]
needs: [events, events/official_account_followed]
uses: [customers, relations]
direction: up
variant_of: pool_size
show:
  joined_day: joined_day
because:
  numerator: { zh: "{joined_day} 加入，期末仍关注", en: "joined {joined_day}, following at the end of the period" }
  excluded: { zh: "期末没有关注", en: "not following at the end of the period" }
doc:
  zh: 期末关注任一公众号的客户数（按人去重）：关注之后没有取关。关注和取关按触点配对；好友、社群与粉丝相加不等于用户规模。
  en: Customers who follow any official account at the end of the period, each counted once - followed it and have not unfollowed since. An unfollowing ends what was followed at the same touchpoint; friends, groups and followers do not add up to the pool.
--- */
is_follower_at_end

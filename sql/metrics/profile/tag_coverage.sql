/* ---
label: { zh: 标签覆盖率, en: Tag coverage }
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
  tags: "arrayStringConcat(tags, ';')"
because:
  numerator: { zh: "标签：{tags}", en: "tags: {tags}" }
  denominator: { zh: "标签：{tags}", en: "tags: {tags}" }
  excluded: { zh: "当日结束时不在私域池", en: "not in the pool at the end of the day" }
warnings: [profile_as_known_now]
doc:
  zh: 期末在池客户中，设置 Business:TagCategories 列出的每个类别都至少有一个标签（写作 类别:值）的占比；没有设置时，有任一标签即可。
  en: Of the customers in the pool at the end of the period, the share with at least one tag (written category:value) in each category that the setting Business:TagCategories lists; where it lists none, any tag will do.
--- */
if(
  empty({tagCategories:Array(String)}),
  notEmpty(tags),
  arrayAll(category -> arrayExists(tag -> startsWith(tag, concat(category, ':')) AND length(tag) > length(category) + 1, tags), {tagCategories:Array(String)}))

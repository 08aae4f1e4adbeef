using PrivateDomainBI.Core;

namespace PrivateDomainBI.Web.Explain;

/// <summary>The texts of “why it moved”, in both languages; {0} are places for values.</summary>
internal static class ExplainWords
{
    public static readonly Text Title = new("为什么变了", "Why it moved");
    public static readonly Text Compared = new("{0}，对比 {1}", "{0} against {1}");
    public static readonly Text Moved = new("{0} {1} → {2}（{3}，{4}）", "{0} {1} → {2} ({3}, {4})");
    public static readonly Text Still = new("{0} {1} → {2}（持平）", "{0} {1} → {2} (unchanged)");
    public static readonly Text Because = new("{0}：{1}。", "{0}: {1}.");
    public static readonly Text Plain = new("{0}。", "{0}.");
    public static readonly Text Comma = new("，", ", ");
    public static readonly Text Itself = new("{0}自身 {1}", "{0} itself {1}");
    public static readonly Text Change = new("{0} {1}", "{0} {1}");
    public static readonly Text MixOf = new("{0}结构 {1}", "{0} mix {1}");
    public static readonly Text RestItself = new("其余{0}自身 {1}", "the rest by {0} {1}");
    public static readonly Text RestChange = new("其余{0} {1}", "the rest by {0} {1}");
    public static readonly Text OverlapOf = new("一人多归 {0}", "customers of several {0}");
    public static readonly Text MaturityOf = new("成熟度 {0}", "maturity {0}");
    public static readonly Text ChannelName = new("{0}渠道", "{0}");
    public static readonly Text EmployeeName = new("员工{0}", "{0}");
    public static readonly Text AllAlike = new("按{0}看，各处大体一样，没有谁特别突出。", "By {0} all moved much alike; nobody stands out.");
    public static readonly Text Restated = new(
        "{0}当时（{1}）报 {2}，此后修订 {3}；与当时相比 {4}。",
        "{0} was {2} as reported then ({1}) and has been restated by {3} since; against what was reported {4}.");
    public static readonly Text RestatedBoth = new(
        "{0}当时（{1}）报 {2}，此后后来成熟的客户带来 {3}、数据更正 {4}；与当时相比 {5}。",
        "{0} was {2} as reported then ({1}); customers who matured since made {3}, corrections {4}; against what was reported {5}.");
    public static readonly Text SomeImmature = new("{0}还有 {1} 位客户未成熟，{2} 全部成熟。", "{1} customers of {0} are not mature yet; all are by {2}.");
    public static readonly Text NotJudged = new("{0} {1}还不能判断：{2} 位客户都未满观察期，{3} 全部成熟。", "{0}, {1}, is not judged yet: none of {2} customers is mature; all are by {3}.");
    public static readonly Text NotBegun = new("{0}还没有 {1} 的数据。", "There are no data of {1} for {0} yet.");
    public static readonly Text BeforeData = new("{0}：数据从 {1} 开始，更早的期间不完整，无从比较。", "{0}: the data begin on {1}, so an earlier period is not whole and there is nothing to compare.");
    public static readonly Text NothingToCompare = new("{0}：{1} 或 {2} 没有可计的客户，无从比较。", "{0}: nobody to count in {1} or {2}, so there is nothing to compare.");
    public static readonly Text NoData = new("{0}所需的数据还没有加载。", "The data {0} needs are not loaded.");
    public static readonly Text Indivisible = new("{0}是对照比较、累计值或中位数，不是各部分之和，所以不拆分；可以按维度分开来看。", "{0} is a comparison, a running total or a median and no sum of parts, so it is not taken apart; split it by a dimension instead.");
    public static readonly Text By = new("拆分方式", "Take apart by");
    public static readonly Text Versus = new("对比", "Compare with");
    public static readonly Text VersusPrevious = new("上一期", "period before");
    public static readonly Text VersusYear = new("去年同期", "year before");
    public static readonly Text Periods = new("期间", "Period");
    public static readonly Text Earlier = new("更早一期", "Earlier period");
    public static readonly Text Later = new("更晚一期", "Later period");
    public static readonly Text BeforeAfter = new("前 → 后", "Before → after");
    public static readonly Text Own = new("自身", "Itself");
    public static readonly Text OwnOfSum = new("变化", "Change");
    public static readonly Text Mix = new("结构", "Mix");
    public static readonly Text Others = new("其余 {0} 个", "{0} others");
    public static readonly Text Overlap = new("一人多归", "Customers of several");
    public static readonly Text Maturity = new("成熟度", "Maturity");
    public static readonly Text MaturityNote = new("{0} 中有同样多已成熟日子的部分：{1}", "{0} on as many mature days: {1}");
    public static readonly Text Sum = new("合计", "Together");
    public static readonly Text Identity = new("{0} = {1}", "{0} = {1}");
    public static readonly Text Part = new("{0} {1}", "{0} {1}");
    public static readonly Text Points = new("个百分点", "pp");
    public static readonly Text Rule = new(
        "自身：成员自己的数字变了；结构：成员的占比变了，相对整体平均计。各项相加等于总变化，按渠道、组织、员工中最集中的一种先列。",
        "Itself: the member's own number changed. Mix: its share changed, measured against the average. All add up to the change; the dimension that concentrates it most comes first.");
    public static readonly Text RuleOfSum = new(
        "各成员的变化相加等于总变化；最集中的一种拆分先列。",
        "The members' changes add up to the change; the dimension that concentrates it most comes first.");
    public static readonly Text AsApi = new("作为 API 调用", "As an API call");
}

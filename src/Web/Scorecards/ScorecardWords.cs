using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Scorecards;

namespace PrivateDomainBI.Web.Scorecards;

/// <summary>The texts of targets and scorecards, in both languages; {0} are places for values.</summary>
internal static class ScorecardWords
{
    public static readonly Text Nav = new("目标", "Targets");
    public static readonly Text Title = new("目标与综合得分", "Targets and scorecards");
    public static readonly Text Lead = new(
        "完成率 = 实际 ÷ 目标（越低越好的指标相反）；综合得分按权重平均各完成率，单项最多计 150%。",
        "Attainment is actual over target (the reverse where lower is better); the score is their weighted average, each counted up to 150%.");
    public static readonly Text Scopes = new("看谁的目标", "Whose targets");
    public static readonly Text Period = new("期间", "Period");
    public static readonly Text Open = new("已覆盖 {1} 天中的 {0} 天，数字未定", "{0} of {1} days are in the data; numbers are provisional");
    public static readonly Text NotBegun = new("数据还没有到这个期间。", "The data do not reach this period yet.");

    public static readonly Text Score = new("综合得分", "Score");
    public static readonly Text Name = new("名称", "Name");
    public static readonly Text Rank = new("排名", "Rank");
    public static readonly Text Place = new("{0} / {1}", "{0} of {1}");
    public static readonly Text PlaceHint = new("与目标相同、计分项相同的 {0} 个相比；率按校正值比较", "among {0} scored by the same targets; rates compared by their adjusted values");
    public static readonly Text PlaceScore = new("比较用得分 {0}", "score compared: {0}");
    public static readonly Text Weight = new("权重 {0}", "weight {0}");
    public static readonly Text NoWeight = new("不计分", "not scored");
    public static readonly Text Partial = new("部分：{0} 尚无数值", "partial: no value yet of {0}");
    public static readonly Text PartialShort = new("部分得分", "partial");
    public static readonly Text And = new("、", ", ");
    public static readonly Text Provisional = new("暂估", "provisional");
    public static readonly Text NoTarget = new("没有目标", "no target");
    public static readonly Text ValueOfTarget = new("{0} / {1}", "{0} / {1}");
    public static readonly Text Immature = new("{0} 位未成熟", "{0} not mature");
    public static readonly Text MatureOn = new("{0} 成熟", "matures {0}");
    public static readonly Text TooFew = new("样本少（{0}）", "few (n {0})");
    public static readonly Text NothingIsBest = new("一个也没有，按 150% 计", "none at all, counted as 150%");

    public static readonly Text Missing = new("还差 {0}", "{0} more until target");
    public static readonly Text Above = new("超出目标 {0}", "{0} above target");
    public static readonly Text TooMuch = new("超过上限 {0}", "{0} over the limit");
    public static readonly Text Below = new("低于上限 {0}", "{0} below the limit");
    public static readonly Text Exact = new("刚好达到目标", "exactly on target");
    public static readonly Text PaceOf = new("按天数进度的 {0}（至今应有 {1}）", "{0} of the pace ({1} due by now)");

    public static readonly Text WhyNot = new("差在哪里", "where it differs");
    public static readonly Text WhyNotTitle = new("{0}：与目标差在哪里", "{0}: where it differs from the target");
    public static readonly Text Against = new("{0} {1}，目标 {2}（{3}，{4}）", "{0} {1} against a target of {2} ({3}, {4})");
    public static readonly Text OnTarget = new("{0} {1}，刚好达到目标", "{0} {1}, exactly on target");
    public static readonly Text Attained = new("已达成", "reached");
    public static readonly Text NotAttained = new("未达成", "not reached");
    public static readonly Text WithoutTarget = new("没有目标的部分", "those without a target");
    public static readonly Text TargetsDiffer = new("各自目标与公司目标之差", "their targets against the company's");
    public static readonly Text ReachedOfTarget = new("实际 / 目标", "Actual / target");
    public static readonly Text Effect = new("影响", "Effect");
    public static readonly Text GapRule = new(
        "影响 = 实际 − 自己的目标；没有目标的部分与公司目标中没有分给成员的部分相比；分给成员的已超过公司目标时，超出多少单列一行。各项相加等于总差距。",
        "Effect = actual − own target; those without a target are held against what members' targets leave of the company's; where they leave nothing, by how much they exceed it is a line of its own. All add up to the distance.");
    public static readonly Text GapRuleOfQuotient = new(
        "影响 =（实际 − 自己的目标）× 占比；没有目标的部分与公司目标相比；最后是各自目标按占比合起来与公司目标之差。各项相加等于总差距。",
        "Effect = (actual − own target) × share; those without a target are held against the company's; last, the members' targets weighed by their shares less the company's. All add up to the distance.");

    public static readonly Text YourTargets = new("目标 · {0}", "Targets · {0}");
    public static readonly Text Bar = new("完成率 {0}，竖线为目标", "{0} of target; the line marks the target");
    public static readonly Text Legend = new(
        "竖线为目标（100%），条最长 150%。部分得分：有权重的目标尚无数值，得分只算其余目标。", "The line marks the target (100%); bars end at 150%. Partial: a target with a weight has no value yet, and the score is of the others.");

    public static readonly Text EmptyTitle = new("还没有目标", "No targets yet");
    public static readonly Text EmptyKind = new("这里还没有目标，或所选期间没有。", "There are no targets here, or none for this period.");
    public static readonly Text EmptyText = new(
        "目标是一个文件：一行一个目标，写明给谁、哪个指标、哪个期间、多少；权重决定它在综合得分里占多少。",
        "Targets are a file: one row for each, saying whose, which metric, which period and how much; the weight says how much it counts in the score.");

    public static Text Kind(string kind) => kind switch
    {
        ScopeKinds.Employee => new("员工", "Employees"),
        ScopeKinds.OrgUnit => new("组织", "Units"),
        ScopeKinds.Channel => new("渠道", "Channels"),
        ScopeKinds.Company => new("全公司", "Company"),
        _ => new(kind, kind),
    };

    public static Text Why(Unscored why) => why switch
    {
        Unscored.UnknownMetric => new("没有这个指标", "no such metric"),
        Unscored.BrokenMetric => new("指标文件有问题", "the metric's file cannot be used"),
        Unscored.UnknownMember => new("不认识此 ID", "unknown id"),
        Unscored.NotSplit => new("指标不按此级拆分", "numbers are not split by this"),
        Unscored.WithoutCampaigns => new("指标不分活动", "the metric has no campaigns"),
        Unscored.NoData => new("没有数据", "no data"),
        Unscored.NotBegun => new("期间未开始", "period not begun"),
        Unscored.Immature => new("全部未成熟", "none mature yet"),
        Unscored.NothingCounted => new("无可计入", "nothing to count"),
        Unscored.ZeroTarget => new("目标为零，无法计算完成率", "a target of zero has no attainment"),
        Unscored.NoDirection => new("该指标不分好坏，不计分", "no better or worse, not scored"),
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, message: null),
    };

    public static Text Why(Unplaced why) => why switch
    {
        Unplaced.WithoutKpis => new("所在部门不设 KPI，不排名", "unit without KPIs, not ranked"),
        Unplaced.Departed => new("已离职，不排名", "has left, not ranked"),
        Unplaced.NoScore => new("没有得分，不排名", "no score, not ranked"),
        Unplaced.BelowMinN => new("率的样本太少，不排名", "a rate of too few, not ranked"),
        Unplaced.NoPeers => new("没有计分项相同的可比对象", "nobody scored by the same targets"),
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, message: null),
    };
}

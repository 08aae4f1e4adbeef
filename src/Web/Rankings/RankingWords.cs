using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Ranking;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Rankings;

/// <summary>The texts of comparisons, in both languages; {0} are places for values.</summary>
internal static class RankingWords
{
    public static readonly Text Rank = new("排名", "Rank");
    public static readonly Text Adjusted = new("校正值", "Adjusted");
    public static readonly Text AdjustedName = new("{0}（校正）", "{0}, adjusted");

    /// <summary>What shrinkage is, in one plain sentence.</summary>
    public static readonly Text Explained = new(
        "客户少时率容易因运气偏高或偏低，所以校正值把每个率向大家的平均靠拢，客户越少靠得越多；排名按校正值。",
        "A rate over few customers is easily high or low by luck, so the adjusted value draws each rate toward the average of all, the more so the fewer its customers; ranks go by it.");

    public static readonly Text Noise = new("看到的差异中约 {0} 是运气。", "About {0} of the differences seen here are luck.");
    public static readonly Text Average = new("参与比较者的平均为 {0}。", "The average of those compared is {0}.");
    public static readonly Text Grey = new("灰色：客户少于 {0}，不排名。", "Grey: fewer than {0} customers, not ranked.");
    public static readonly Text Own = new("实际 {0} · n {1}", "own {0} · n {1}");
    public static readonly Text OwnFull = new(
        "实际 {0}，n = {1}，95% 区间 {2}–{3}；校正值的 90% 可信区间 {4}–{5}",
        "own rate {0}, n = {1}, 95% interval {2}–{3}; 90% credible interval of the adjusted value {4}–{5}");
    public static readonly Text Credible = new("90% 可信区间 {0}–{1}", "90% credible interval {0}–{1}");

    public static Text Reason(Unranked reason) => reason switch
    {
        Unranked.Unattributed => new("没有归属，不排名", "belongs to nobody, not ranked"),
        Unranked.WithoutKpis => new("所在部门不设 KPI，不排名", "unit without KPIs, not ranked"),
        Unranked.Departed => new("已离职，不排名", "has left, not ranked"),
        Unranked.NoDirection => new("该指标不分好坏，不排名", "the metric has no better or worse, not ranked"),
        Unranked.NothingCounted => new("尚无可计入，不排名", "nothing counted yet, not ranked"),
        Unranked.BelowMinN => new("客户太少，不排名", "too few customers, not ranked"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, message: null),
    };

    /// <summary>What stands below a comparison of rates: what was done to them, and how much of the differences is chance.</summary>
    public static string Note(MemberRanking ranking, int minN, Reader reader)
    {
        List<string> parts = [reader[Explained]];
        if (ranking.Group.Mean is { } mean)
            parts.Add(reader.Say(Average, Format.Percent(mean)));
        if (ranking.Group.Spread is { } spread)
            parts.Add(reader.Say(Noise, Share(spread.NoiseShare)));
        parts.Add(reader.Say(Grey, minN));
        return string.Join(reader.Language.StartsWith("zh", StringComparison.Ordinal) ? "" : " ", parts);
    }

    private static string Share(decimal share) => FormattableString.Invariant($"{Math.Round(share * 100)}%");
}

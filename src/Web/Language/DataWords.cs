using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Web.Language;

/// <summary>The texts for values that stand in the data: dimensions, channels, datasets, kinds of events, reasons.</summary>
internal static partial class Words
{
    public static Text Dimension(string name) =>
        CustomerDimensions.SegmentOf(name) is { } segment ? new Text($"分群 {segment}", $"segment {segment}")
        : CustomerDimensions.CategoryOf(name) is { } category ? new Text($"标签：{category}", $"tag {category}")
        : Or("dimension:" + name, name);

    /// <summary>The name of a member whose id is one of a few known words; null for all others.</summary>
    public static Text? Member(string dimension, string id) => dimension == Dimensions.Hour ? new Text($"{id}:00–{id}:59", $"{id}:00–{id}:59") : KnownWords.All.GetValueOrDefault($"{KindOf(dimension)}:{id}");

    // segment:NAME and tag:CATEGORY each have their members in common, and a channel is one whether customers came or bought through it.
    private static string KindOf(string dimension) =>
        Dimensions.OrderChannels.Contains(dimension) ? Dimensions.Channel
        : dimension.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? dimension[..at]
        : dimension;

    public static Text Subject(string name) => Or("subject:" + name, name);

    /// <summary>A dataset, or one type of event: <c>events/member_enrolled</c>.</summary>
    public static Text Dataset(string name) => name.StartsWith("events/", StringComparison.Ordinal)
        ? Or("event:" + name["events/".Length..], name)
        : Or("dataset:" + name, name);

    public static Text BatchState(string name) => Or("state:" + name, name);

    public static Text Job(string name) => Or("job:" + name.Replace('-', '_'), name);

    public static Text Outcome(string name) => Or("outcome:" + name.ToLowerInvariant(), name);

    public static Text Event(string type) => Or("event:" + type, type);

    public static Text Entry(string kind) => Or("entry:" + kind, kind);

    public static Text Detail(string detail) => Or("detail:" + detail, detail);

    public static Text Gender(string gender) => Or("gender:" + gender.ToLowerInvariant(), gender);

    public static Text Field(string name) => Or("field:" + name, name);

    public static Text OwnerRule(Owner owner) => owner switch
    {
        Owner.Acquirer => new("按首位添加人", "by first employee"),
        Owner.Now => new("按现归属", "by owner now"),
        Owner.AtEvent => new("按当时归属", "by owner then"),
        _ => throw new ArgumentOutOfRangeException(nameof(owner), owner, message: null),
    };

    public static Text OwnerName(Owner owner) => owner switch
    {
        Owner.Acquirer => new("首位添加人", "First added by"),
        Owner.Now => new("现归属", "Owner now"),
        Owner.AtEvent => new("当时归属", "Owner then"),
        _ => throw new ArgumentOutOfRangeException(nameof(owner), owner, message: null),
    };

    /// <summary>A problem with a question, in plain words; the code is the API's, and so is the English.</summary>
    public static Text Problem(QuestionProblem problem) => new(
        problem.Code switch
        {
            "unknown_parameter" => "有不认识的参数",
            "unknown_metric" => "没有这个指标",
            "unknown_dimension" or "bad_filter" => "筛选或拆分的维度不认识",
            "unknown_segment" => "没有这个分群",
            "dimension_not_offered" => "这个指标不能按这个维度筛选或拆分",
            "unknown_grain" => "粒度不认识",
            "unknown_owner" or "owner_not_offered" => "这个指标不能按这种归属看",
            "unknown_comparison" => "对比方式不认识",
            "bad_date" => "日期要写成 2026-11-01 的样子",
            "empty_range" => "开始日期要早于结束日期",
            "range_too_long" => "按日最多看三年，请选更粗的粒度",
            "bad_limit" or "unknown_order" or "repeated_parameter" => "排序或行数写得不对",
            "as_of_beyond_data" => "截至日超出了数据完整日",
            "no_targets" => "这个期间没有可以拆分的目标",
            "unknown_period" => "期间要写成 2026-11、2026-Q4、2026-W46 或 2026 的样子",
            "immature" => "这个期间的客户还都没有成熟，暂不能判断",
            "no_data" => "这个期间还没有数",
            "not_additive" => "这个指标不由各部分的数字构成，差距不能拆分",
            "data_changing" => "数据正在加载，请稍后再看",
            _ => "这部分读不懂",
        },
        problem.Message);

    /// <summary>Why a row was refused: a code word, a colon, and what it means in English.</summary>
    public static Text Reason(string reason)
    {
        var at = reason.IndexOf(": ", StringComparison.Ordinal);
        var english = at < 0 ? reason : reason[(at + 2)..];
        return new Text(KnownWords.All.GetValueOrDefault("reason:" + (at < 0 ? reason : reason[..at]))?.Zh ?? english, english);
    }

    public static Text Part(CellPart part) => part switch
    {
        CellPart.Numerator => Customers.Numerator,
        CellPart.Denominator => Customers.Denominator,
        CellPart.Immature => Customers.Immature,
        CellPart.Excluded => Customers.Excluded,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, message: null),
    };

    public static Text GrainName(Grain grain) => grain switch
    {
        Grain.Day => new("日", "day"),
        Grain.Week => new("周", "week"),
        Grain.Month => new("月", "month"),
        Grain.Quarter => new("季度", "quarter"),
        Grain.Year => new("年", "year"),
        _ => new("合计", "whole range"),
    };

    public static Text ByPeriod(Grain grain) => grain switch
    {
        Grain.Day => new("按日", "by day"),
        Grain.Week => new("按周", "by week"),
        Grain.Month => new("按月", "by month"),
        Grain.Quarter => new("按季度", "by quarter"),
        Grain.Year => new("按年", "by year"),
        _ => new("合计", "in all"),
    };

    /// <summary>The last {0} periods of a grain.</summary>
    public static Text Last(Grain grain) => grain switch
    {
        Grain.Day => new("近 {0} 日", "last {0} days"),
        Grain.Week => new("近 {0} 周", "last {0} weeks"),
        Grain.Month => new("近 {0} 个月", "last {0} months"),
        Grain.Quarter => new("近 {0} 个季度", "last {0} quarters"),
        _ => new("近 {0} 年", "last {0} years"),
    };

    public static Text Previous(Grain grain) => grain switch
    {
        Grain.Day => new("前一日", "day before"),
        Grain.Week => new("上周", "week before"),
        Grain.Month => new("上月", "month before"),
        Grain.Quarter => new("上季", "quarter before"),
        Grain.Year => new("上年", "year before"),
        _ => new("前期", "before"),
    };

    public static Text Direction(string direction) => direction switch
    {
        "up" => Metrics.UpGood,
        "down" => Metrics.DownGood,
        _ => Metrics.NoGood,
    };

    private static Text Or(string key, string otherwise) => KnownWords.All.GetValueOrDefault(key) ?? new Text(otherwise, otherwise);
}

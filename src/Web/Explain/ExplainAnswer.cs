using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Explain;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Explain;

/// <summary>
/// An explanation as the API writes it. <paramref name="Effects"/>: those of the first, most telling dimension; each
/// dimension has its own, and all add up to <paramref name="Difference"/>. <paramref name="Sentences"/>: the same in words.
/// </summary>
internal sealed record ExplainAnswer(
    MetricInfo Metric,
    ExplainState State,
    DateOnly? AsOf,
    DateOnly? CompleteThrough,
    ulong DataVersion,
    string Scope,
    string Owner,
    ExplainedCell Later,
    ExplainedCell? Earlier,
    ExplainedCell? Reported,
    ExplainedCell? LikeForLike,
    decimal? Difference,
    decimal? Change,
    Effects? Effects,
    Restated? Restated,
    IReadOnlyList<ExplainedDimension> Dimensions,
    IReadOnlyList<Text> Sentences,
    IReadOnlyList<string> Warnings)
{
    private static readonly Reader Chinese = new(Reader.Chinese, "light");
    private static readonly Reader English = new(Reader.English, "light");

    public static ExplainAnswer Of(Explanation told)
    {
        var best = told.Dimensions is [var first, ..] ? first : null;
        var (zh, en) = (ExplainSentences.Of(told, best, Chinese), ExplainSentences.Of(told, best, English));
        return new ExplainAnswer(
            told.Metric, told.State, told.AsOf, told.CompleteThrough, told.DataVersion, told.Scope, told.Owner,
            told.Later, told.Earlier, told.Reported, told.LikeForLike, told.Difference, told.Change, best?.Effects, told.Restated,
            told.Dimensions, [.. zh.Zip(en, (chinese, english) => new Text(chinese, english))], told.Warnings);
    }
}

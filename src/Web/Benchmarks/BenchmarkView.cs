using PrivateDomainBI.Web.Charts;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Benchmarks;

/// <summary>
/// A benchmark ready to be shown beside a metric's own values; <paramref name="Line"/> says it with the industry's name,
/// <paramref name="Source"/> who told it.
/// </summary>
internal sealed record BenchmarkView(Reference Reference, string Line, string Source)
{
    /// <summary>What to look for in a chart that shows it.</summary>
    public string Drawn(Reader reader) => reader.Say(Reference.From < Reference.To ? BenchmarkWords.DrawnAsBand : BenchmarkWords.Drawn, Line);
}

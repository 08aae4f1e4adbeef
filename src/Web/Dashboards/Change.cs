using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Explain;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Dashboards;

/// <summary>
/// How a number stands to the one it is compared with. <paramref name="Sign"/>: -1, 0 or 1 as it is shown, so that a change
/// that rounds to nothing is none; <paramref name="Tone"/>: better, worse or same, the last also where neither is better;
/// null <paramref name="Difference"/>: nothing to compare; <paramref name="Versus"/>: the other number, and of when it is.
/// </summary>
internal sealed record Change(int Sign, string Tone, string? Difference, string? Versus)
{
    public static Change None { get; } = new(0, "same", Difference: null, Versus: null);

    /// <summary><paramref name="name"/>: what the other period is called.</summary>
    public static Change Of(MetricInfo metric, MetricRow? row, Func<DateRange, string> name, Reader reader)
    {
        var sign = Format.Sign(metric.Unit, row?.Value, row?.Compared?.Value);
        return new Change(
            sign,
            Language.Tone.Of(sign, metric.Direction),
            reader.Format.Difference(metric.Unit, row?.Value, row?.Compared?.Value),
            row?.Compared is { Value: { } before } compared
                ? reader.Say(Words.Kpi.Versus, name(new DateRange(compared.From, compared.To)), reader.Format.Inline(metric.Unit, before))
                : null);
    }

    /// <summary>The same with the other period called by its name and by why it was chosen; of the whole of an answer also why there is none.</summary>
    public static Change Of(MetricResult result, Comparison comparison, Reader reader) =>
        result is { Since: { } since, Total.Compared: null }
            ? None with { Versus = reader.Say(Words.Kpi.DataSince, reader.Format.FullDate(since)) }
            : Of(result.Metric, result.Total, comparison, reader);

    /// <summary>The same of one period.</summary>
    public static Change Of(MetricInfo metric, MetricRow row, Comparison comparison, Reader reader) =>
        Of(metric, row, days => reader.Say(Words.Kpi.Which, reader[NameOf(comparison)], ExplainSentences.PeriodName(days, reader)), reader);

    public static Text NameOf(Comparison comparison) => comparison == Comparison.Year ? ExplainWords.VersusYear : ExplainWords.VersusPrevious;
}

using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using PrivateDomainBI.Core.Explain;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Warehouse.Explain;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Explain;

/// <summary>
/// Reads the panel “why it moved” of a metric's page. Its own parameters: <c>why</c> (dimension), <c>whyFrom</c> (first
/// day of the period), <c>whyVs</c> (year or previous, where it is not what the page compares with); all else is the page's question. Values that mean nothing are left out.
/// </summary>
internal sealed class WhyReader(Explainer explainer, Answers answers)
{
    public static readonly IReadOnlyList<string> Parameters = ["why", "whyFrom", "whyVs"];

    public async Task<WhyView> ReadAsync(Metric metric, MetricRequest page, IQueryCollection query, DateOnly dayAfterData, Reader reader, AccessScope scope, CancellationToken ct)
    {
        var asked = Asked.Of(metric, page, query, dayAfterData);
        try
        {
            var (told, _) = await answers.KeepAsync($"why:{asked.Link}:{scope}", () => explainer.ExplainAsync(asked.Request, scope, ct));
            return View(told, asked, reader);
        }
        catch (QuestionException refused)
        {
            return WhyView.Saying(reader[Words.Problem(refused.Problem)]);
        }
        catch (Exception away) when (EngineAway.Caused(away))
        {
            return WhyView.Saying(reader[Words.State.AwayBlock]);
        }
    }

    /// <summary>Where the panel of this page is to be had alone.</summary>
    public static string PanelLink(Metric metric, MetricRequest page, IQueryCollection query, DateOnly dayAfterData) =>
        Asked.Of(metric, page, query, dayAfterData).Panel;

    private static WhyView View(Explanation told, Asked asked, Reader reader)
    {
        var dimension = told.Dimensions.FirstOrDefault(candidate => candidate.Dimension == asked.By) ?? (told.Dimensions is [var first, ..] ? first : null);
        var (request, versus) = (asked.Request, told.Earlier is { } earlier ? ExplainSentences.Days(earlier) : asked.Request.Versus);
        var view = WhyView.Saying("") with
        {
            Compared = reader.Say(ExplainWords.Compared, ExplainSentences.PeriodName(ExplainSentences.Days(told.Later), reader), ExplainSentences.PeriodName(versus, reader)),
            Sentences = ExplainSentences.Of(told, dimension, reader),
            Versus =
            [
                Choice("vs-previous", reader.Heading(ExplainWords.VersusPrevious), asked with { IsYear = false }, !asked.IsYear),
                Choice("vs-year", reader.Heading(ExplainWords.VersusYear), asked with { IsYear = true }, asked.IsYear),
            ],
            Periods =
            [
                Choice("earlier", reader[ExplainWords.Earlier], asked.Moved(-1), isOn: false),
                .. asked.Moved(1) is var next && next.Request.Range.From < asked.DayAfterData ? [Choice("later", reader[ExplainWords.Later], next, isOn: false)] : Array.Empty<WhyChoice>(),
            ],
            Api = asked.Api,
        };
        if (dimension is null)
            return view;
        var move = ShownMove.Of(told, dimension);
        var lines = new WhyLines(told, dimension, move, asked.Page with { Filters = request.Filters, Owner = request.Owner, Org = request.Org }, reader);
        return view with
        {
            By = [.. told.Dimensions.Select(candidate => Choice("by-" + candidate.Dimension, reader.Heading(Words.Dimension(candidate.Dimension)), asked with { By = candidate.Dimension }, candidate == dimension))],
            Falls = new Falls(
                reader.Heading(Words.Dimension(dimension.Dimension)), reader[ExplainWords.BeforeAfter],
                reader[move.HasMix ? ExplainWords.Own : ExplainWords.OwnOfSum], move.HasMix ? reader[ExplainWords.Mix] : null, lines.Build()),
            Identity = lines.Identity(),
            Note = reader[move.HasMix ? ExplainWords.Rule : ExplainWords.RuleOfSum],
            Trust = Trust(told, dimension, request, reader),
        };
    }

    private static string Trust(Explanation told, ExplainedDimension dimension, ExplainRequest request, Reader reader)
    {
        List<string> parts = [];
        if (told.CompleteThrough is { } day)
            parts.Add(reader.Say(Words.Trust.Through, reader.Format.Date(day)));
        if ((dimension.CreditedThrough ?? MetricResult.CreditedThrough(told.Warnings)) is { } credited)
            parts.Add(reader.Say(Words.Trust.Credited, reader.Format.Date(credited)));
        parts.Add(reader.Say(Words.Trust.Definition, told.Metric.Version));
        if (OwnerNames.Parse(told.Owner) is { } owner)
            parts.Add(reader[Words.OwnerRule(owner)]);
        if (request.Filters.Keys.Append(dimension.Dimension).Any(Dimensions.OfEmployees.Contains))
            parts.Add(reader[OrganisationWords.Rule(request.Org)]);
        return string.Join(" · ", parts);
    }

    private static WhyChoice Choice(string id, string name, Asked asked, bool isOn) => new("why-" + id, name, asked.Link + "#why", asked.Panel, isOn);

    // What the panel was asked, and the addresses of asking otherwise.
    private sealed record Asked(Metric Metric, MetricRequest Page, DateRange Range, string? By, bool IsYear, DateOnly DayAfterData)
    {
        public static Asked Of(Metric metric, MetricRequest page, IQueryCollection query, DateOnly dayAfterData)
        {
            var by = query["why"].ToString();
            return new Asked(
                metric, page, RangeOf(metric, page, query["whyFrom"].ToString(), dayAfterData),
                metric.TellingDimensions.Contains(by) ? by : null,
                query["whyVs"].ToString() is { Length: > 0 } versus ? versus == "year" : page.Compare == Comparison.Year, dayAfterData);
        }

        public ExplainRequest Request => new(
            Metric.Name, Range, IsYear ? NearbyPeriods.YearBefore(Range) : NearbyPeriods.Previous(Range), Metric.TellingDimensions, Page.Filters, Page.Owner, Page.AsOf, Page.Org);

        public string Link => Address(panel: false);

        public string Panel => Address(panel: true);

        public string Api
        {
            get
            {
                var (range, versus) = (Request.Range, Request.Versus);
                var parameters = MetricLink.Parameters(Page with { Range = range, By = [], Compare = null }).Where(pair => pair.Key != "grain").Concat(AsOf())
                    .Append(KeyValuePair.Create("vsFrom", MetricLink.Day(versus.From))).Append(KeyValuePair.Create("vsTo", MetricLink.Day(versus.To)));
                return $"/api/v1/metrics/{Metric.Name}/explain{new QueryBuilder(parameters)}";
            }
        }

        public Asked Moved(int periods) => this with
        {
            Range = periods < 0 ? NearbyPeriods.Previous(Range) : new DateRange(Range.To, Page.Grain == Grain.All ? Range.To.AddDays(Range.Days) : Periods.Add(Range.To, Page.Grain, 1)),
        };

        // The period named, else the last one of the page's grain within its range that can be judged, else the range itself.
        private static DateRange RangeOf(Metric metric, MetricRequest page, string from, DateOnly dayAfterData)
        {
            if (page.Grain == Grain.All)
                return page.Range;
            if (DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < dayAfterData && day.Year > 1971)
                return Whole(Periods.StartOf(day, page.Grain), page.Grain);
            var end = page.Range.To < dayAfterData ? page.Range.To : dayAfterData;
            var start = JudgedPeriod.Latest(metric, page.Grain, Periods.StartOf(end, page.Grain).AddDays(-1), dayAfterData.AddDays(-1));
            return Whole(start, page.Grain);
        }

        private static DateRange Whole(DateOnly start, Grain grain) => new(start, Periods.Add(start, grain, 1));

        private IEnumerable<KeyValuePair<string, string>> AsOf() => Page.AsOf is { } day ? [KeyValuePair.Create("asOf", MetricLink.Day(day))] : [];

        private string Address(bool panel)
        {
            var parameters = MetricLink.Parameters(Page).Concat(AsOf()).Append(KeyValuePair.Create("whyFrom", MetricLink.Day(Range.From))).ToList();
            if (By is not null)
                parameters.Add(KeyValuePair.Create("why", By));
            if (IsYear != (Page.Compare == Comparison.Year))
                parameters.Add(KeyValuePair.Create("whyVs", IsYear ? "year" : "previous"));
            if (panel)
                parameters.Add(KeyValuePair.Create("handler", "why"));
            return $"/metrics/{Metric.Name}{new QueryBuilder(parameters)}";
        }
    }
}

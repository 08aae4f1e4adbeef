using System.Data.Common;
using Microsoft.Extensions.Options;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Ranking;
using PrivateDomainBI.Core.Scorecards;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Warehouse.Metrics;

namespace PrivateDomainBI.Warehouse.Scorecards;

/// <summary>
/// Sets targets beside what was reached. It asks nothing but ordinary questions, one for each metric and level split by it, so that
/// every number on a card can be asked again and opened.
/// </summary>
public sealed class ScorecardQueries(
    MetricCatalog catalog, MetricQueries metrics, QueryRunner queries, NeverRanked neverRanked, IOptions<BusinessOptions> business)
{
    private const int AtOnce = 3;
    private const int MostTries = 3;

    private static readonly Dictionary<string, object?> NoParameters = new(StringComparer.Ordinal);

    /// <summary>For which periods there are targets, the latest first.</summary>
    public async Task<IReadOnlyList<SetPeriod>> PeriodsAsync(CancellationToken ct) => await queries.ReadKeptFileAsync(
        "queries/target_periods.sql",
        NoParameters,
        row => new SetPeriod(row.GetString(0), row.GetString(1), row.GetFieldValue<DateOnly>(2), row.GetInt32(3)),
        ct);

    /// <summary>The scorecards, limited to <paramref name="scope"/>.</summary>
    /// <exception cref="QuestionException">The data change all the time.</exception>
    public async Task<ScorecardResult> ReadAsync(ScorecardRequest request, AccessScope scope, CancellationToken ct)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var before = await metrics.StateAsync(ct);
            var rows = Seen(await TargetsAsync(request, ct), request.Kind, scope);
            var apart = await ApartAsync(request.Kind, ct);
            var numbers = await NumbersAsync(request, rows, apart, scope, ct);
            // Targets and numbers of different loads do not belong together.
            if ((await metrics.StateAsync(ct)).DataVersion == before.DataVersion && numbers.Values.All(all => all.DataVersion is null || all.DataVersion == before.DataVersion))
                return Result(request, rows, apart, numbers, before.DataVersion, scope);
        }

        throw Changing();
    }

    /// <summary>
    /// Who is how far from the target, and what that makes of the company's: its target beside the members' own. A metric's targets
    /// within campaigns are others and left out.
    /// </summary>
    /// <exception cref="QuestionException">A number that is not judged yet, no target of the company for that period, none of members, a period that has not begun, or data that change all the time.</exception>
    public async Task<TargetGap> GapAsync(Metric metric, TargetPeriod period, string by, AccessScope scope, CancellationToken ct)
    {
        var kind = by switch { Dimensions.Employee => ScopeKinds.Employee, Dimensions.Channel => ScopeKinds.Channel, _ => ScopeKinds.OrgUnit };
        for (var tries = 0; tries < MostTries; tries++)
        {
            var before = await metrics.StateAsync(ct);
            var total = Seen(await TargetsAsync(new ScorecardRequest(ScopeKinds.Company, period), ct), ScopeKinds.Company, scope).Find(row => row.IsOf(metric))
                ?? throw new QuestionException(new QuestionProblem("no_targets", $"the company has no target of {metric.Name} for {period.Name}"));
            var members = (await MembersAsync(metric, kind, period, ct)).Where(row => row.Asks.Dimension == by).ToList();
            if (members.Count == 0)
                throw new QuestionException(new QuestionProblem("no_targets", $"there are no targets of {metric.Name} by {by} for {period.Name}"));
            var answer = await metrics.AnswerAsync(
                new MetricRequest(metric.Name, period.Days, Grain.All, [by], new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)), scope, ct);
            if (answer.Total is { Value: null, Immature: > 0 and var waiting })
                throw new QuestionException(new QuestionProblem("immature", $"{metric.Name} of {period.Name} is not judged yet: none of {waiting} customers is mature; all are by {answer.Total.MatureOn:yyyy-MM-dd}"));
            if (answer.Total.Value is null)
                throw new QuestionException(new QuestionProblem("no_data", $"{metric.Name} has no number for {period.Name}: its data are not loaded, do not reach that period, or there is nobody to count"));
            if (answer.DataVersion == before.DataVersion && (await metrics.StateAsync(ct)).DataVersion == before.DataVersion)
                return TargetGap.Of(answer, Told(period), by, total.Target.Value, [.. members.Select(row => (row.Id, row.Name, row.Target.Value))]);
        }

        throw Changing();
    }

    /// <summary>The dimensions by which members have targets of a metric beside the company's, the largest members first.</summary>
    public async Task<IReadOnlyList<string>> SplitsAsync(Metric metric, TargetPeriod period, CancellationToken ct)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kind in ScopeKinds.All.Except([ScopeKinds.Company], StringComparer.Ordinal))
            found.UnionWith((await MembersAsync(metric, kind, period, ct)).Select(row => row.Asks.Dimension).OfType<string>());
        return [.. ((string[])[.. Dimensions.OrgLevels, Dimensions.Employee, Dimensions.Channel]).Where(found.Contains)];
    }

    private async Task<IEnumerable<TargetRow>> MembersAsync(Metric metric, string kind, TargetPeriod period, CancellationToken ct) =>
        (await TargetsAsync(new ScorecardRequest(kind, period), ct)).Where(row => row.IsOf(metric) && row.Refused(catalog) is null);

    private static QuestionException Changing() => new(new QuestionProblem("data_changing", "data are being loaded; ask again in a moment"));

    private ScorecardPeriod Told(TargetPeriod period) => new(period.Name, period.Grain, period.Days.From, period.Days.To, business.Value.TimeZone);

    // A unit's target is for all its people; beside the customers of some of them it would say something untrue.
    private static List<TargetRow> Seen(List<TargetRow> rows, string kind, AccessScope scope) => scope.Employees switch
    {
        null => rows,
        { } employees when kind == ScopeKinds.Employee => [.. rows.Where(row => employees.Contains(row.Id))],
        _ => [],
    };

    private async Task<List<TargetRow>> TargetsAsync(ScorecardRequest request, CancellationToken ct) => await queries.ReadKeptFileAsync(
        "queries/targets.sql",
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["kind"] = request.Kind, ["period"] = request.Period.Name },
        row => TargetRow.Read(row, request.Kind),
        ct);

    private async Task<IReadOnlyDictionary<string, Unranked>> ApartAsync(string kind, CancellationToken ct) => kind switch
    {
        ScopeKinds.Employee => await neverRanked.ReadAsync(Dimensions.Employee, ct),
        ScopeKinds.OrgUnit => await neverRanked.ReadAsync(Dimensions.OrgLevels[0], ct),
        _ => new Dictionary<string, Unranked>(StringComparer.Ordinal),
    };

    private async Task<Dictionary<AskedNumber, Numbers>> NumbersAsync(
        ScorecardRequest request, List<TargetRow> rows, IReadOnlyDictionary<string, Unranked> apart, AccessScope scope, CancellationToken ct)
    {
        using var gate = new SemaphoreSlim(AtOnce);
        var asked = rows.Where(row => row.Refused(catalog) is null).Select(row => row.Asks).Distinct().ToList();
        var answers = await Task.WhenAll(asked.Select(async number =>
        {
            await gate.WaitAsync(ct);
            try
            {
                return await AskAsync(number, request.Period.Days, apart, scope, ct);
            }
            finally
            {
                gate.Release();
            }
        }));
        return asked.Zip(answers).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    // A metric whose file the engine refuses fails by itself; the others are answered.
    private async Task<Numbers> AskAsync(AskedNumber number, DateRange days, IReadOnlyDictionary<string, Unranked> apart, AccessScope scope, CancellationToken ct)
    {
        var filters = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (number.Campaign.Length > 0)
            filters[Dimensions.Campaign] = [number.Campaign];
        try
        {
            var answer = await metrics.AnswerAsync(new MetricRequest(number.Metric, days, Grain.All, number.Dimension is { } by ? [by] : [], filters), scope, ct);
            return new Numbers(answer.DataVersion, answer.CompleteThrough, answer.CreditedThrough(), new MemberNumbers(catalog.Find(number.Metric)!, answer, number.Dimension, apart));
        }
        catch (QuestionException refused) when (refused.Problem.Code == "broken_metric")
        {
            return new Numbers(DataVersion: null, CompleteThrough: null, CreditedThrough: null, Members: null);
        }
    }

    private ScorecardResult Result(
        ScorecardRequest request, List<TargetRow> rows, IReadOnlyDictionary<string, Unranked> apart, Dictionary<AskedNumber, Numbers> numbers, ulong dataVersion, AccessScope scope)
    {
        var period = request.Period;
        var cards = rows.GroupBy(row => row.Id, StringComparer.Ordinal).Select(card => Scorecard.Of(
            card.Key, card.First().Name, card.First().Level,
            [.. card.Select(row => TargetLine.Of(row.Target, catalog.Find(row.Target.Metric), ReachedBy(row, numbers), period.Days))]));
        List<string> warnings = [];
        if (scope.Employees is not null)
            warnings.Add("limited_scope");
        else if (rows.Count == 0)
            warnings.Add("no_targets");
        if (numbers.Values.Min(all => all.CreditedThrough) is { } day)
            warnings.Add(MetricResult.CreditedThroughWarning(day));
        return new ScorecardResult(
            request.Kind,
            Told(period),
            numbers.Values.Min(all => all.CompleteThrough),
            dataVersion,
            scope.Name,
            Places.Given(cards, apart),
            warnings);
    }

    private Reached ReachedBy(TargetRow row, Dictionary<AskedNumber, Numbers> numbers) => row.Refused(catalog) is { } why
        ? Reached.Nothing(why)
        : numbers[row.Asks].Members?.Of(row.Id, row.IsKnown) ?? Reached.Nothing(Unscored.BrokenMetric);

    // One question: a metric by a dimension, within a campaign or not.
    private sealed record AskedNumber(string Metric, string? Dimension, string Campaign);

    private sealed record Numbers(ulong? DataVersion, DateOnly? CompleteThrough, DateOnly? CreditedThrough, MemberNumbers? Members);

    private sealed record TargetRow(string Kind, string Id, Target Target, bool IsKnown, string Name, string Level, bool HoldsOthers)
    {
        // Divided by a one of many places, a decimal has no more of them than it needs.
        private const decimal One = 1.000000000000000000000000000m;

        public AskedNumber Asks => new(Target.Metric, ScopeKinds.Dimension(Kind, Level), Target.Campaign);

        public bool IsOf(Metric metric) => Target.Metric == metric.Name && Target.Campaign.Length == 0;

        public static TargetRow Read(DbDataReader row, string kind)
        {
            var (id, name) = (row.GetString(0), row.GetString(6));
            var target = new Target(row.GetString(1), row.GetString(2), row.GetDecimal(3) / One, row.IsDBNull(4) ? null : row.GetDecimal(4) / One);
            return new TargetRow(kind, id, target, row.GetBoolean(5), name.Length > 0 ? name : id, row.GetString(7), row.GetBoolean(8));
        }

        // Why nothing can be asked for this target.
        public Unscored? Refused(MetricCatalog catalog)
        {
            if (catalog.Find(Target.Metric) is not { } metric)
                return Unscored.UnknownMetric;
            if (Kind == ScopeKinds.OrgUnit && !IsKnown)
                return Unscored.UnknownMember;
            if (HoldsOthers || (Kind != ScopeKinds.Company && Asks.Dimension is null))
                return Unscored.NotSplit;
            return Target.Campaign.Length > 0 && !metric.Dimensions.Contains(Dimensions.Campaign) ? Unscored.WithoutCampaigns : null;
        }
    }
}

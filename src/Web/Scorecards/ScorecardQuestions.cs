using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Scorecards;
using PrivateDomainBI.Warehouse.Metrics;
using PrivateDomainBI.Warehouse.Scorecards;

namespace PrivateDomainBI.Web.Scorecards;

/// <summary>Questions for scorecards as they come from a URL or a command line: period, scope, and the id of one member.</summary>
internal sealed class ScorecardQuestions(ScorecardQueries scorecards, MetricQueries metrics)
{
    public static readonly IReadOnlyList<string> Parameters = ["period", "scope", "id"];

    public async Task<(ScorecardResult? Result, IReadOnlyList<QuestionProblem> Problems)> AnswerAsync(
        IReadOnlyList<KeyValuePair<string, string>> parameters, AccessScope scope, CancellationToken ct)
    {
        var through = (await metrics.StateAsync(ct)).EarliestCompleteThrough;
        var (request, problems) = Read(parameters, await scorecards.PeriodsAsync(ct), through);
        if (request is null)
            return (null, problems);
        try
        {
            var result = await scorecards.ReadAsync(request, scope, ct);
            return One(parameters, "id") is { } id ? Only(result, id) : (result, []);
        }
        catch (QuestionException refused)
        {
            return (null, [refused.Problem]);
        }
    }

    /// <summary>
    /// The request, or everything that is wrong with it. Without a scope the first kind that has targets is meant; without a period the
    /// latest one set for it that has begun by <paramref name="completeThrough"/>, months before quarters, weeks and years.
    /// </summary>
    public static (ScorecardRequest? Request, IReadOnlyList<QuestionProblem> Problems) Read(
        IReadOnlyList<KeyValuePair<string, string>> parameters, IReadOnlyList<SetPeriod> set, DateOnly? completeThrough)
    {
        var problems = parameters.Select(pair => pair.Key).Except(Parameters, StringComparer.Ordinal)
            .Select(unknown => new QuestionProblem("unknown_parameter", Nearest.Unknown("parameter", unknown, Parameters))).ToList();
        var kind = One(parameters, "scope") ?? ScopeKinds.All.FirstOrDefault(known => set.Any(period => period.Kind == known)) ?? ScopeKinds.Employee;
        if (!ScopeKinds.All.Contains(kind))
            problems.Add(new QuestionProblem("unknown_scope", Nearest.Unknown("scope", kind, ScopeKinds.All)));
        var period = One(parameters, "period") is { } text ? TargetPeriod.Parse(text) : Default([.. set.Where(known => known.Kind == kind)], completeThrough);
        if (period is null)
            problems.Add(NoPeriod(One(parameters, "period"), set));
        return period is null || problems.Count > 0 ? (null, problems) : (new ScorecardRequest(kind, period), []);
    }

    private static TargetPeriod? Default(List<SetPeriod> set, DateOnly? completeThrough)
    {
        var begun = set.Select(known => TargetPeriod.Parse(known.Period)).OfType<TargetPeriod>()
            .Where(period => completeThrough is { } through && period.Days.From <= through).ToList();
        return begun.OrderByDescending(period => period.Grain == Core.Time.Grain.Month).ThenByDescending(period => period.Days.From).FirstOrDefault()
            ?? (set.Count > 0 ? TargetPeriod.Parse(set[^1].Period) : null);
    }

    private static QuestionProblem NoPeriod(string? text, IReadOnlyList<SetPeriod> set)
    {
        var known = set.Select(period => period.Period).Distinct(StringComparer.Ordinal).ToList();
        var there = known.Count == 0 ? "no targets are loaded; load them with 'load targets targets.csv'" : "targets are set for " + string.Join(", ", known.Take(12));
        return text is null
            ? new QuestionProblem("no_targets", there)
            : new QuestionProblem("unknown_period", $"period '{text}' must be written {TargetPeriod.Written}; {there}");
    }

    private static (ScorecardResult?, IReadOnlyList<QuestionProblem>) Only(ScorecardResult result, string id)
    {
        var cards = result.Cards.Where(card => card.Id == id).ToList();
        return cards.Count > 0
            ? (result with { Cards = cards }, [])
            : (null, [new QuestionProblem("unknown_member", $"no targets of {result.Kind} '{id}' for {result.Period.Name}; {Nearest.Unknown("id", id, result.Cards.Select(card => card.Id))}")]);
    }

    private static string? One(IReadOnlyList<KeyValuePair<string, string>> parameters, string name) =>
        parameters.Where(pair => pair.Key == name).Select(pair => pair.Value).FirstOrDefault(value => value.Length > 0);
}

using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Scorecards;
using PrivateDomainBI.Warehouse.Scorecards;

namespace PrivateDomainBI.Web.Scorecards;

/// <summary>“Why is it not the target” as it comes from a URL: vs=target, the period of the targets, and the dimension they are set by.</summary>
internal sealed class TargetGapQuestions(MetricCatalog catalog, ScorecardQueries scorecards)
{
    private static readonly string[] Parameters = ["vs", "period", "by"];
    private static readonly string[] SplitBy = [Dimensions.Employee, Dimensions.Channel, .. Dimensions.OrgLevels];

    public static bool Asks(IEnumerable<KeyValuePair<string, string>> parameters) => parameters.Any(pair => pair is { Key: "vs", Value: "target" });

    public async Task<(TargetGap? Result, IReadOnlyList<QuestionProblem> Problems)> AnswerAsync(
        string name, IReadOnlyList<KeyValuePair<string, string>> parameters, AccessScope scope, CancellationToken ct)
    {
        var problems = parameters.Select(pair => pair.Key).Except(Parameters, StringComparer.Ordinal)
            .Select(unknown => new QuestionProblem("unknown_parameter", Nearest.Unknown("parameter", unknown, Parameters))).ToList();
        string? One(string parameter) => parameters.Where(pair => pair.Key == parameter).Select(pair => pair.Value).FirstOrDefault(value => value.Length > 0);
        if (catalog.Find(name) is not { } metric)
            return (null, [new QuestionProblem("unknown_metric", Nearest.Unknown("metric", name, catalog.Names))]);
        if (!TargetGap.CanTell(metric))
            problems.Add(new QuestionProblem("not_additive", $"{name} is not made up of its members' numbers, so the distance to its target has no parts; scorecards show each member's own"));
        var by = One("by") ?? SplitBy[0];
        if (!SplitBy.Contains(by))
            problems.Add(new QuestionProblem("unknown_dimension", Nearest.Unknown("dimension", by, SplitBy)));
        var period = TargetPeriod.Parse(One("period") ?? "");
        if (period is null)
            problems.Add(new QuestionProblem("unknown_period", $"'period' must be written {TargetPeriod.Written}"));
        if (period is null || problems.Count > 0)
            return (null, problems);
        try
        {
            return (await scorecards.GapAsync(metric, period, by, scope, ct), []);
        }
        catch (QuestionException refused)
        {
            return (null, [refused.Problem]);
        }
    }
}

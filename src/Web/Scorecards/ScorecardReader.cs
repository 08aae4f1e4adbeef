using System.Text.Json;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Scorecards;
using PrivateDomainBI.Warehouse.Scorecards;
using PrivateDomainBI.Web.Dashboards;

namespace PrivateDomainBI.Web.Scorecards;

/// <summary>Scorecards for pages; while the engine is away, the last ones seen.</summary>
internal sealed class ScorecardReader(ScorecardQueries scorecards, Answers answers)
{
    public async Task<IReadOnlyList<SetPeriod>> PeriodsAsync(CancellationToken ct) =>
        (await answers.KeepAsync("target periods", () => scorecards.PeriodsAsync(ct))).Answer;

    public Task<(ScorecardResult Answer, DateTimeOffset? StaleSince)> ReadAsync(ScorecardRequest request, AccessScope scope, CancellationToken ct) =>
        answers.KeepAsync("scorecards:" + JsonSerializer.Serialize(new { request, scope }), () => scorecards.ReadAsync(request, scope, ct));

    /// <summary>
    /// The card of one employee for the latest period that employees have targets for; null when she has none there. Her place among
    /// the others comes with it, so theirs are read too.
    /// </summary>
    public async Task<(ScorecardResult Result, Scorecard Card)?> LatestAsync(string employee, DateOnly completeThrough, AccessScope scope, CancellationToken ct)
    {
        List<SetPeriod> set = [.. (await PeriodsAsync(ct)).Where(period => period.Kind == ScopeKinds.Employee && period.From <= completeThrough)];
        var (request, _) = ScorecardQuestions.Read([KeyValuePair.Create("scope", ScopeKinds.Employee)], set, completeThrough);
        if (request is null)
            return null;
        var (result, _) = await ReadAsync(request, scope, ct);
        return result.Cards.FirstOrDefault(card => card.Id == employee) is { } card ? (result, card) : null;
    }
}

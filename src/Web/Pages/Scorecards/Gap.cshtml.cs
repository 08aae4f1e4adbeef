using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Scorecards;
using PrivateDomainBI.Warehouse.Scorecards;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Explain;
using PrivateDomainBI.Web.Language;
using PrivateDomainBI.Web.Scorecards;

namespace PrivateDomainBI.Web.Pages.Scorecards;

/// <summary>Why a metric of the company is not its target: who is how far from her own, and what that makes of it.</summary>
internal sealed class GapModel(MetricCatalog catalog, ScorecardQueries queries, ScorecardReader scorecards, TargetGapQuestions questions, TrustReader trust, Reader reader) : PageModel
{
    public Metric Metric { get; private set; } = null!;

    public string Period { get; private set; } = "";

    /// <summary>The periods to choose from, each as it is written in an address, with its name.</summary>
    public IReadOnlyList<(string Id, string Name)> Periods { get; private set; } = [];

    /// <summary>The dimension that was chosen, null where it is the first that has targets.</summary>
    public string? SplitBy { get; private set; }

    public IReadOnlyList<WhyChoice> By { get; private set; } = [];

    public TrustStrip Strip { get; private set; } = TrustStrip.Empty;

    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>Null where there is nothing to take apart.</summary>
    public GapView? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? metric, string? period, string? by, CancellationToken ct)
    {
        if (catalog.Find(metric ?? "") is not { } known)
            return NotFound();
        Metric = known;
        SplitBy = by is { Length: > 0 } ? by : null;
        Strip = await trust.ReadAsync(reader, ct);
        Periods = ScorecardLink.Periods((await scorecards.PeriodsAsync(ct)).Where(set => set.Kind == ScopeKinds.Company), reader);
        Period = period is { Length: > 0 } ? period : Periods.Select(choice => choice.Id).FirstOrDefault("");
        try
        {
            await AnswerAsync(ct);
        }
        catch (Exception away) when (EngineAway.Caused(away))
        {
            Problems = [reader[Words.State.AwayBlock]];
        }

        return Page();
    }

    private async Task AnswerAsync(CancellationToken ct)
    {
        var by = SplitBy ?? "";
        if (TargetPeriod.Parse(Period) is { } parsed)
        {
            var splits = await queries.SplitsAsync(Metric, parsed, ct);
            by = SplitBy ?? (splits is [var first, ..] ? first : Dimensions.Employee);
            By = [.. splits.Select(split => Choice(split, split == by))];
        }

        var (gap, problems) = await questions.AnswerAsync(
            Metric.Name, [KeyValuePair.Create("period", Period), KeyValuePair.Create("by", by)], AccessScope.Company, ct);
        View = gap is null ? null : GapView.Of(gap, reader);
        Problems = [.. problems.Select(problem => reader[Words.Problem(problem)])];
    }

    private WhyChoice Choice(string split, bool isOn)
    {
        var link = ScorecardLink.Gap(Metric.Name, Period, split);
        return new WhyChoice("gap-by-" + split, reader.Heading(Words.Dimension(split)), link, link, isOn);
    }
}

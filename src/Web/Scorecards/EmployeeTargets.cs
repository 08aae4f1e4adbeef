using PrivateDomainBI.Core.Scorecards;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Scorecards;

/// <summary>The targets of one employee for a period, as her page shows them. <paramref name="Link"/>: everybody's.</summary>
internal sealed record EmployeeTargets(string Period, string Link, bool HasScore, CardView Card, string? Credited)
{
    public static EmployeeTargets Of(ScorecardResult result, Scorecard card, Reader reader) => new(
        reader.Format.Period(result.Period.From, result.Period.Grain),
        ScorecardLink.Page(ScopeKinds.Employee, result.Period.Name),
        card.Weight > 0,
        CardView.Of(card, result.Kind, result.Period, reader),
        Trust.Credited(result.Warnings, reader));
}

using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Web.Api;

/// <summary>The kinds of cohort table as the API writes them.</summary>
internal sealed record CohortCatalogAnswer(IReadOnlyList<CohortCatalogEntry> Measures, IReadOnlyList<string> Dimensions, IReadOnlyList<Problem> Problems)
{
    public static CohortCatalogAnswer Of(CohortCatalog catalog) => new(
        [.. catalog.All.Select(measure => new CohortCatalogEntry(
            measure.Info, [.. measure.Criteria.Select(CohortNames.NameOf)], [.. measure.Members.Owners.Select(OwnerNames.Name)], measure.Members.Needs, measure.Early?.Doc))],
        Core.Metrics.Dimensions.All,
        catalog.Problems);
}

/// <summary>One measure; <paramref name="Owners"/>: the default first; <paramref name="Early"/>: what its early reading estimates.</summary>
internal sealed record CohortCatalogEntry(
    CohortInfo Measure, IReadOnlyList<string> Criteria, IReadOnlyList<string> Owners, IReadOnlyList<string> Needs, Text? Early);

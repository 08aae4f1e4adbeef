using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Explain;

/// <summary>
/// Asks why a metric moved: the days explained, the days they are compared with, and the dimensions to take the move
/// apart by. Filters, owner, organisation and asOf are those of a <see cref="MetricRequest"/>.
/// </summary>
public sealed record ExplainRequest(
    string Metric,
    DateRange Range,
    DateRange Versus,
    IReadOnlyList<string> By,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Filters,
    Owner? Owner = null,
    DateOnly? AsOf = null,
    Organisation Org = Organisation.Then);

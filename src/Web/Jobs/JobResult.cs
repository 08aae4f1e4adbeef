using PrivateDomainBI.Web.AppDatabase;

namespace PrivateDomainBI.Web.Jobs;

/// <summary>How a run ended, in one line for people and in fields for programs; neither names a customer or employee.</summary>
internal sealed record JobResult(JobOutcome Outcome, string Message, IReadOnlyDictionary<string, object> Detail)
{
    public static JobResult Idle { get; } = new(JobOutcome.Idle, "", new Dictionary<string, object>(StringComparer.Ordinal));
}

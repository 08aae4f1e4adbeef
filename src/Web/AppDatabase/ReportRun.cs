namespace PrivateDomainBI.Web.AppDatabase;

/// <summary>Whether a report can be read.</summary>
internal enum ReportStatus
{
    Done,
    Failed,
}

/// <summary>
/// One report that was made or failed. <paramref name="File"/> is relative to the data directory;
/// <paramref name="Sha256"/> is that of the PDF, so that a copy in somebody's mail can be checked.
/// <paramref name="MetricVersions"/>: "name:version" of every metric shown, comma-separated.
/// </summary>
internal sealed record ReportRun(
    string Id,
    string Kind,
    string Week,
    string Lang,
    string Scope,
    DateTimeOffset Created,
    DateOnly AsOf,
    long DataVersion,
    string MetricVersions,
    string Sha256,
    string File,
    int Pages,
    ReportStatus Status,
    string Error);

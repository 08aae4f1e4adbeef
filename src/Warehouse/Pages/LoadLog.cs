using Microsoft.Extensions.Options;
using PrivateDomainBI.Warehouse.Metrics;

namespace PrivateDomainBI.Warehouse.Pages;

/// <summary>One load: what came, what became of it. <paramref name="Started"/> is in the business time zone.</summary>
public sealed record LoadedBatch(
    ulong Batch,
    string Dataset,
    string Source,
    string Files,
    string State,
    long Read,
    long Loaded,
    long Replaced,
    long Duplicate,
    long Waiting,
    long Quarantined,
    string Notices,
    string Error,
    string Started,
    double Seconds);

/// <summary>A row that could not be used: where it stands, and why.</summary>
public sealed record RefusedRow(ulong Batch, string Dataset, string File, long Line, string Column, string Value, string Reason);

/// <summary>How many rows of a dataset were refused for one reason.</summary>
public sealed record RefusedCount(string Dataset, string Reason, long Rows);

/// <summary>What was loaded, and what was refused.</summary>
public sealed class LoadLog(QueryRunner queries, IOptions<BusinessOptions> business)
{
    public async Task<IReadOnlyList<LoadedBatch>> BatchesAsync(int offset, int limit, CancellationToken ct) =>
        await queries.ReadFileAsync(
            "pages/batches.sql",
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["timeZone"] = business.Value.TimeZone, ["limit"] = limit, ["offset"] = offset },
            row => new LoadedBatch(
                row.GetFieldValue<ulong>(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4),
                row.GetFieldValue<long>(5), row.GetFieldValue<long>(6), row.GetFieldValue<long>(7), row.GetFieldValue<long>(8),
                row.GetFieldValue<long>(9), row.GetFieldValue<long>(10), row.GetString(11), row.GetString(12), row.GetString(13), row.GetDouble(14)),
            ct);

    public async Task<IReadOnlyList<RefusedCount>> RefusedCountsAsync(CancellationToken ct) =>
        await queries.ReadKeptFileAsync(
            "pages/quarantine_counts.sql",
            new Dictionary<string, object?>(StringComparer.Ordinal),
            row => new RefusedCount(row.GetString(0), row.GetString(1), row.GetFieldValue<long>(2)),
            ct);

    /// <summary>Rows still refused; an empty dataset and batch 0 mean all.</summary>
    public async Task<IReadOnlyList<RefusedRow>> RefusedAsync(string dataset, ulong batch, int offset, int limit, CancellationToken ct) =>
        await queries.ReadFileAsync(
            "pages/quarantine.sql",
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["dataset"] = dataset, ["batch"] = batch, ["limit"] = limit, ["offset"] = offset },
            row => new RefusedRow(
                row.GetFieldValue<ulong>(0), row.GetString(1), row.GetString(2), row.GetFieldValue<long>(3), row.GetString(4), row.GetString(5), row.GetString(6)),
            ct);
}

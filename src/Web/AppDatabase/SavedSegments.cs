using Dapper;
using PrivateDomainBI.Core.Segments;

namespace PrivateDomainBI.Web.AppDatabase;

/// <summary>One version of a segment that was saved: its definition as it was typed, and whether it was taken out of use with it.</summary>
internal sealed record SegmentVersion(string Name, int Version, string Definition, bool IsRetired, DateTimeOffset Created);

/// <summary>The segments that people saved. Every change is a new version; none is ever overwritten.</summary>
internal sealed class SavedSegments(AppConnections connections, AppSql sql, TimeProvider time)
{
    /// <summary>The newest version of each segment that is in use.</summary>
    public async Task<IReadOnlyList<SegmentVersion>> ListAsync(CancellationToken ct) =>
        [.. (await ReadAsync("list_segments", new { }, ct)).Where(version => !version.IsRetired)];

    /// <summary>Every version of one, the newest first; empty when there is none.</summary>
    public Task<IReadOnlyList<SegmentVersion>> VersionsAsync(string name, CancellationToken ct) => ReadAsync("list_segment_versions", new { name }, ct);

    /// <summary>The definitions in use. Each was checked before it was saved; one that this version of the product no longer reads is left out.</summary>
    public async Task<IReadOnlyList<Segment>> SegmentsAsync(CancellationToken ct) =>
        [.. (await ListAsync(ct)).Select(version => SegmentFile.Read(version.Name, version.Name, version.Definition, version.Version, [])).OfType<Segment>()];

    /// <summary>Saves a definition as the next version, unless the newest says the same.</summary>
    public async Task SaveAsync(string name, string definition, CancellationToken ct)
    {
        if ((await VersionsAsync(name, ct)) is [{ IsRetired: false } newest, ..] && newest.Definition == definition)
            return;
        await WriteAsync(name, definition, "in_use", ct);
    }

    /// <summary>Takes a segment out of use; false when none of that name is in use.</summary>
    public async Task<bool> RetireAsync(string name, CancellationToken ct)
    {
        if ((await VersionsAsync(name, ct)) is not [{ IsRetired: false } newest, ..])
            return false;
        await WriteAsync(name, newest.Definition, "retired", ct);
        return true;
    }

    private async Task WriteAsync(string name, string definition, string state, CancellationToken ct)
    {
        await using var connection = await connections.OpenAsync(ct);
        var row = new { name, definition, state, created = Instants.ToText(time.GetUtcNow()) };
        await connection.ExecuteAsync(new CommandDefinition(sql.Query("save_segment"), row, cancellationToken: ct));
    }

    private async Task<IReadOnlyList<SegmentVersion>> ReadAsync(string query, object parameters, CancellationToken ct)
    {
        await using var connection = await connections.OpenAsync(ct);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(sql.Query(query), parameters, cancellationToken: ct));
        return [.. rows.Select(row => new SegmentVersion(row.Name, (int)row.Version, row.Definition, row.State == "retired", Instants.Of(row.Created)))];
    }

    // In the order and with the types of the columns.
    private sealed record Row(string Name, long Version, string Definition, string State, string Created);
}

using PrivateDomainBI.Warehouse.ClickHouse;
using PrivateDomainBI.Warehouse.Metrics;

namespace PrivateDomainBI.Warehouse.Facts;

/// <summary>
/// The views by which questions read facts. While there are fresh rows they show these, and the settled ones of all other
/// customers; while there are none, the settled rows alone, since a question would plan and read both sides for nothing. A view
/// is exchanged for its other form in one step, so no question finds it missing; call under the lock of loads.
/// </summary>
public sealed class ShownFacts(ClickHouseDataSource source, QueryRunner queries)
{
    // No column is made in them: a question would pay for planning each, whether or not it asks for it.
    private static readonly Shown[] OfTables = [.. SettledFacts.Tables.Select(table => new Shown(table, table))];

    private static readonly Shown[] OfUnfolded = [.. SettledFacts.Unfolded.Select(table => new Shown($"{table}_now", table))];

    private static readonly Shown[] All = [.. OfTables, .. OfUnfolded];

    /// <summary>What they show while rows are fresh.</summary>
    internal static IEnumerable<string> Texts => All.Select(shown => shown.View + shown.Everything);

    /// <summary>Makes the views of tables with fresh rows of their own, whether or not they are there; the others are made of these.</summary>
    public Task CreateTablesAsync(CancellationToken ct) => ShowEverythingAsync(OfTables, ct);

    /// <summary>Makes the others; what is fresh of them must be there.</summary>
    public Task CreateUnfoldedAsync(CancellationToken ct) => ShowEverythingAsync(OfUnfolded, ct);

    /// <summary>Call before a fresh row is written.</summary>
    public async Task ShowFreshAsync(CancellationToken ct)
    {
        if (await SettledOnlyAsync(ct) > 0)
            await ShowEverythingAsync(All, ct);
    }

    /// <summary>Call when no fresh row is left.</summary>
    public async Task ShowSettledAsync(CancellationToken ct)
    {
        if (await SettledOnlyAsync(ct) == (ulong)All.Length)
            return;
        foreach (var shown in All)
            await ShowAsync(shown.View, shown.Settled, ct);
    }

    private async Task<ulong> SettledOnlyAsync(CancellationToken ct) => (await queries.ReadFileAsync(
        "queries/settled_views.sql", new Dictionary<string, object?> { ["views"] = All.Select(shown => shown.View).ToArray() }, row => row.GetFieldValue<ulong>(0), ct)).Single();

    private async Task ShowEverythingAsync(Shown[] which, CancellationToken ct)
    {
        foreach (var shown in which)
            await ShowAsync(shown.View, shown.Everything, ct);
    }

    private async Task ShowAsync(string view, string rows, CancellationToken ct)
    {
        await source.ExecuteAsync($"CREATE OR REPLACE VIEW {view}_next AS {rows}", ct);
        await source.ExecuteAsync($"CREATE VIEW IF NOT EXISTS {view} AS {rows}", ct);
        await source.ExecuteAsync($"EXCHANGE TABLES {view}_next AND {view}", ct);
        await source.ExecuteAsync($"DROP VIEW {view}_next", ct);
    }

    private sealed record Shown(string View, string Table)
    {
        public string Settled => $"SELECT * FROM {Table}_settled";

        public string Everything => $"{Settled} WHERE {SettledFacts.NotHidden(Table)} UNION ALL SELECT * FROM {SettledFacts.Fresh(Table)}";
    }
}

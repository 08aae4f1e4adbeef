using Microsoft.Extensions.Logging;
using PrivateDomainBI.Warehouse.ClickHouse;
using PrivateDomainBI.Warehouse.Metrics;

namespace PrivateDomainBI.Warehouse.Facts;

/// <summary>
/// Makes fresh facts settled ones when they have become many, so that a question reads one row per key and merges
/// nothing. Part by part the settled rows are replaced by what the views show, and only then the fresh ones go: at every
/// moment, and wherever it is cut short, the views show the same rows.
/// </summary>
public sealed class SettledFacts(ClickHouseDataSource source, QueryRunner queries, ShownFacts shown, TimeProvider time, ILogger<SettledFacts> log)
{
    // Of sql/migrations/0013_facts_by_day.sql and those after it: a part of the company each, by the first bits of customers' ids.
    private const int Partitions = 4;

    // So few cost a question nothing that could be felt.
    private const ulong FewRows = 20_000;

    // So many times as many slow questions down, and are settled though a load waits.
    private const ulong Pressing = 5;

    // Each load of a company so small touches a great part of it, and settling would take longer than the load.
    private const ulong SmallCompany = 100_000;

    // A question that has looked at the settled rows already may be about to look at the fresh ones.
    private static readonly TimeSpan LastLooks = TimeSpan.FromSeconds(1);

    private const string Customers = "customer_facts";

    internal static readonly string[] Tables = [Customers, "order_facts", "contact_facts", "event_facts"];

    /// <summary>Made of customers and what they did: of fresh ones by a view, so that these have no fresh rows of their own, only <c>…_settled</c>.</summary>
    internal static readonly string[] Unfolded = ["customer_months", "purchases", "relation_facts", "group_stays", "campaign_tasks", "campaign_participations", "campaign_touches", "invitations", "services", "applications"];

    /// <summary>Which settled rows of a table stand beside its fresh ones: of nobody whose facts were made anew, and none that is fresh itself.</summary>
    internal static string NotHidden(string table) => table switch
    {
        "contact_facts" => NotOf("customer_id", $"{table}_fresh WHERE hides_customer") + " AND " + NotOf("contact_id", $"{table}_fresh WHERE NOT hides_customer"),
        "event_facts" => NotOf("customer_id", $"{table}_fresh WHERE hides_customer") + " AND " + NotOf("event_id_hash", $"{table}_fresh WHERE NOT hides_customer"),
        _ => NotOf("customer_id", Unfolded.Contains(table) ? $"{Customers}_fresh" : $"{table}_fresh"),
    };

    /// <summary>What is fresh of a table, as a source of rows.</summary>
    internal static string Fresh(string table) => Unfolded.Contains(table) ? $"{table}_fresh" : $"{table}_fresh FINAL";

    /// <summary>
    /// Does so when there are many; call under the lock of loads, since no load may write facts meanwhile. Once
    /// <paramref name="awaited"/> is cancelled it gives way to a load, unless there are very many.
    /// </summary>
    public async Task SettleAsync(CancellationToken awaited, CancellationToken ct)
    {
        var counts = await CountAsync(ct);
        if (IsSmall(counts) || !AreMany(counts, 1))
            return;
        if (await GaveWayAsync(AreMany(counts, Pressing) ? CancellationToken.None : awaited, ct))
            log.LogInformation("{Fresh} fresh facts are settled after the load that waits", FreshRows(counts));
        else
            log.LogInformation("{Fresh} fresh facts were settled", FreshRows(counts));
    }

    /// <summary>Has questions read settled facts alone where nothing is fresh; under the same lock.</summary>
    public async Task ShowAsync(CancellationToken ct)
    {
        if (FreshRows(await CountAsync(ct)) == 0)
            await shown.ShowSettledAsync(ct);
    }

    /// <summary>Does so however few they are, once no load has ended for so long; how many they were. Under the same lock, and giving way in the same manner.</summary>
    public async Task<ulong> SettleWhenQuietAsync(TimeSpan quiet, CancellationToken awaited, CancellationToken ct)
    {
        var counts = await CountAsync(ct);
        if (FreshRows(counts) == 0 || IsSmall(counts) || await LastLoadAsync(ct) > time.GetUtcNow() - quiet)
            return 0;
        return await GaveWayAsync(awaited, ct) ? 0 : FreshRows(counts);
    }

    /// <summary>Does so whatever their number; under the same lock.</summary>
    public Task SettleAllAsync(CancellationToken ct) => SettleAllAsync(CancellationToken.None, ct);

    private async Task<bool> GaveWayAsync(CancellationToken awaited, CancellationToken ct)
    {
        try
        {
            await SettleAllAsync(awaited, ct);
            return false;
        }
        catch (OperationCanceledException) when (awaited.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            return true;
        }
    }

    private async Task SettleAllAsync(CancellationToken awaited, CancellationToken ct)
    {
        var fresh = (await CountAsync(ct)).Where(count => count.Fresh > 0).Select(count => count.Facts).ToHashSet(StringComparer.Ordinal);
        using (var either = CancellationTokenSource.CreateLinkedTokenSource(awaited, ct))
        {
            foreach (var table in Unfolded.Where(_ => fresh.Contains(Customers)).Concat(Tables.Where(fresh.Contains)))
                await ReplaceAsync(table, either.Token);
        }

        // No longer to be cut short by a load: what a statement that was given up truncates after all may be its rows.
        await Task.Delay(LastLooks, time, ct);
        foreach (var table in Tables)
            await source.ExecuteAsync($"TRUNCATE TABLE {table}_fresh", ct);
        await shown.ShowSettledAsync(ct);
    }

    private static string NotOf(string id, string fresh) => $"{id} NOT IN (SELECT {id} FROM {fresh})";

    private Task<List<(string Facts, ulong Fresh, ulong Settled)>> CountAsync(CancellationToken ct) => queries.ReadFileAsync(
        "queries/fresh_facts.sql", new Dictionary<string, object?>(), row => (row.GetString(0), row.GetFieldValue<ulong>(1), row.GetFieldValue<ulong>(2)), ct);

    // Of any kind: where facts are only continued, those of customers become many first.
    private static bool AreMany(List<(string Facts, ulong Fresh, ulong Settled)> counts, ulong times) =>
        counts.Exists(count => count.Fresh > Math.Max(FewRows, count.Settled / 50) * times);

    private static ulong FreshRows(List<(string Facts, ulong Fresh, ulong Settled)> counts) => counts.Aggregate(0UL, (sum, count) => sum + count.Fresh);

    private static bool IsSmall(List<(string Facts, ulong Fresh, ulong Settled)> counts) => counts.Aggregate(0UL, (sum, count) => sum + count.Fresh + count.Settled) <= SmallCompany;

    private async Task<DateTimeOffset?> LastLoadAsync(CancellationToken ct) => (await queries.ReadFileAsync(
        "queries/last_load.sql", new Dictionary<string, object?>(), row => row.IsDBNull(0) ? (DateTimeOffset?)null : row.GetFieldValue<DateTimeOffset>(0), ct)).Single();

    private async Task ReplaceAsync(string table, CancellationToken ct)
    {
        var (settled, next) = ($"{table}_settled", $"{table}_settling");
        await source.ExecuteAsync($"DROP TABLE IF EXISTS {next}", ct);
        await source.ExecuteAsync($"CREATE TABLE {next} AS {settled}", ct);
        for (var partition = 0; partition < Partitions; partition++)
        {
            await source.ExecuteAsync(
                $"INSERT INTO {next} SELECT * FROM {settled} WHERE bitShiftRight(customer_id, 62) = {partition} AND {NotHidden(table)} "
                + $"UNION ALL SELECT * FROM {Fresh(table)} WHERE bitShiftRight(customer_id, 62) = {partition}",
                ct);
            // Of a table that has no rows yet too: while customers are loaded before any order there is nothing to replace it with.
            await source.ExecuteAsync($"ALTER TABLE {settled} REPLACE PARTITION {partition} FROM {next} SETTINGS allow_replace_partition_from_empty_source = 1", ct);
            await source.ExecuteAsync($"TRUNCATE TABLE {next}", ct);
        }

        await source.ExecuteAsync($"DROP TABLE {next}", ct);
    }
}

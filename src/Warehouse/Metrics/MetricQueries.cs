using System.Data.Common;
using System.Diagnostics;
using Microsoft.Extensions.Options;
using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Warehouse.ClickHouse;
using PrivateDomainBI.Warehouse.Segments;

namespace PrivateDomainBI.Warehouse.Metrics;

/// <summary>Answers questions to metrics, and opens their cells, from the facts in the warehouse.</summary>
public sealed class MetricQueries(
    MetricCatalog catalog, QueryRunner queries, Labels labels, DataStateReader state, AnswerCache cache, SegmentShelf segments, IOptions<BusinessOptions> business)
{
    /// <summary>How far the data reach now.</summary>
    public Task<DataState> StateAsync(CancellationToken ct) => state.ReadAsync(ct);

    /// <summary>The answer to <paramref name="request"/>, limited to <paramref name="scope"/>.</summary>
    /// <exception cref="QuestionException">No such metric, or asked from a day that the data do not reach.</exception>
    public async Task<MetricResult> AnswerAsync(MetricRequest request, AccessScope scope, CancellationToken ct)
    {
        var metric = Find(request.Metric);
        request = await PreparedAsync(metric, request, ct);
        var data = await StateAsync(ct);
        var (horizon, missing) = HorizonOf(metric, request, data);
        return horizon is { } known
            ? await cache.GetAsync(data, metric, request, scope, (state, shared) => AskAsync(metric, request, scope, known with { Latest = state.Latest }, state, shared), StateAsync, ct)
            : NoData(metric, request, scope, data, missing!);
    }

    private async Task<MetricResult> AskAsync(Metric metric, MetricRequest request, AccessScope scope, Horizon known, DataState data, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var since = data.SinceOf(metric);
        // Of days before the data something may be known, who joined for one, but not what became of it.
        var told = request with { Range = request.Range.StartingAt(since) };
        var query = told.Range.IsEmpty ? null : MetricCompiler.Compile(metric, told, scope, known);
        var queryId = QueryRunner.NewQueryId();
        var asking = query is null ? Task.FromResult(new List<RawCell>()) : CellsAsync(metric, told, query, queryId, ct);
        var comparing = request.Compare is { } comparison ? EarlierAsync(metric, request, comparison, scope, known, since, ct) : null;
        await Task.WhenAll(asking, comparing ?? Task.CompletedTask);
        var cells = await asking;
        var answer = new MetricAnswer(metric, request, known.CompleteThrough, since, await labels.ReadAsync(data.DataVersion, ct));
        IEnumerable<MetricRow> rows = [.. answer.Rows(cells)];
        var total = answer.Total(cells);
        if (comparing is not null)
        {
            var (earlier, there) = await comparing;
            Take(earlier, there, rows);
            rows = rows.Select(row => row with { Compared = earlier.GetValueOrDefault(KeyOf(row.Period, row.By.Values)) });
            total = total with { Compared = earlier.GetValueOrDefault(KeyOf(null, [])) };
            if (request is { Grain: Grain.All, By.Count: 0 })
                rows = rows.Select(row => row with { Compared = total.Compared });
        }

        return new MetricResult(
            metric.Info,
            RangeOf(request),
            known.AsOf,
            known.CompleteThrough,
            data.DataVersion,
            IdentityVersion: 0,
            scope.Name,
            OwnerNames.Name(request.Owner ?? metric.DefaultOwner),
            Ordered(rows, request),
            total,
            Warnings(request, cells, known, data, metric),
            query?.Sql ?? "",
            query is null ? "" : queryId,
            Stopwatch.GetElapsedTime(started).TotalMilliseconds,
            UsedBy(request),
            OrganisationOf(request),
            since);
    }

    /// <summary>The question with the segments it names, as they are defined now.</summary>
    /// <exception cref="QuestionException">There is no such segment.</exception>
    internal Task<MetricRequest> ResolveAsync(MetricRequest request, CancellationToken ct) => segments.ResolveAsync(request, ct);

    private Task<MetricRequest> PreparedAsync(Metric metric, MetricRequest request, CancellationToken ct) =>
        metric.Facts.AreOfCustomers || !request.Dimensions.Any(CustomerDimensions.Is)
            ? ResolveAsync(request, ct)
            : throw new QuestionException(MetricRequestReader.NotOfCustomers(metric));

    internal static string? OrganisationOf(MetricRequest request) => request.AsksOrganisation ? OrganisationNames.Name(request.Org) : null;

    internal static IReadOnlyList<SegmentUsed>? UsedBy(MetricRequest request) => request.Segments is { Count: > 0 } used
        ? [.. used.Select(segment => new SegmentUsed(segment.Name, segment.Version, segment.Label))]
        : null;

    /// <summary>What of a customer is as told last, though one asks from an earlier day.</summary>
    internal static IReadOnlyList<string> ToldLast(MetricRequest request, DateOnly asOf, DateOnly lastAsOf)
    {
        if (asOf >= lastAsOf)
            return [];
        var traits = (request.Segments ?? []).SelectMany(segment => TraitsUsed.ToldLast(segment.Rule))
            .Concat(request.Dimensions.Any(dimension => CustomerDimensions.CategoryOf(dimension) is not null) ? ["tags"] : [])
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return traits.Count == 0 ? [] : ["told_last: " + string.Join(", ", traits)];
    }

    private static List<string> Warnings(MetricRequest request, List<RawCell> cells, Horizon horizon, DataState data, Metric metric) =>
    [
        .. cells.Exists(cell => cell.Overlaps) ? (string[])["slices_overlap"] : [],
        .. ToldLast(request, horizon.AsOf, data.For(metric).CompleteThrough!.Value.AddDays(1)),
        .. data.CreditedThrough(metric, request, horizon.CompleteThrough) is { } day ? [MetricResult.CreditedThroughWarning(day)] : (string[])[],
    ];

    /// <summary>One page of the rows behind a cell; their count equals the cell.</summary>
    /// <exception cref="QuestionException">No such metric, or asked from a day that the data do not reach.</exception>
    public async Task<DrillResult> DrillAsync(DrillRequest drill, AccessScope scope, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var metric = Find(drill.Question.Metric);
        drill = drill with { Question = await PreparedAsync(metric, drill.Question, ct) };
        var request = drill.Question;
        var data = await StateAsync(ct);
        var (horizon, _) = HorizonOf(metric, request, data);
        if (horizon is not { } known)
            return new DrillResult(metric.Info, RangeOf(request), null, null, scope.Name, drill.Part, 0, null, [], "", "", 0);
        drill = drill with { Question = request with { Range = request.Range.StartingAt(data.SinceOf(metric)) } };
        if (drill.Days.IsEmpty)
            return new DrillResult(metric.Info, RangeOf(request), known.AsOf, known.CompleteThrough, scope.Name, drill.Part, 0, null, [], "", "", 0);

        var queryId = QueryRunner.NewQueryId();
        var (((rows, sum), list, sql), _) = await SureOf.ReadAsync(data, OpenAsync, StateAsync, ct);
        var names = await NamesAsync(list, ct);
        var label = await labels.ReadAsync(data.DataVersion, ct);
        return new DrillResult(
            metric.Info,
            RangeOf(request),
            known.AsOf,
            known.CompleteThrough,
            scope.Name,
            drill.Part,
            rows,
            DrillRows.ValueOf(metric, rows, sum),
            [.. list.Select(row => row with
            {
                Name = Masking.Name(names.GetValueOrDefault(row.CustomerId, "")),
                EmployeeName = label(Dimensions.Employee, row.Employee),
            })],
            sql,
            queryId,
            Stopwatch.GetElapsedTime(started).TotalMilliseconds,
            UsedBy(request));

        async Task<((long Rows, decimal? Sum) Count, List<DrillRow> List, string Sql)> OpenAsync(DataState state, CancellationToken open)
        {
            var sure = known with { Latest = state.Latest };
            var page = DrillCompiler.Rows(metric, drill, scope, sure);
            var counting = ReadAsync(metric, DrillCompiler.Count(metric, drill, scope, sure), QueryRunner.NewQueryId(), DrillRows.ReadCount, open);
            var listing = ReadAsync(metric, page, queryId, new DrillRows(metric, drill.Part).Read, open);
            await Task.WhenAll(counting, listing);
            return ((await counting).Single(), await listing, page.Sql);
        }
    }

    private static string KeyOf(DateOnly? period, IEnumerable<string> place) => $"{period:yyyyMMdd}|{string.Join('|', place)}";

    private static IReadOnlyList<MetricRow> Ordered(IEnumerable<MetricRow> rows, MetricRequest request)
    {
        if (request.Order is { } order)
        {
            var name = order.TrimStart('-');
            Func<MetricRow, object?> key = name switch
            {
                "period" => row => row.Period,
                "value" => row => row.Value,
                "denominator" => row => row.Denominator,
                _ => row => row.By.GetValueOrDefault(name),
            };
            // What has no value stands last, whichever way the rest is sorted.
            rows = order[0] == '-'
                ? rows.OrderBy(row => key(row) is null).ThenByDescending(key)
                : rows.OrderBy(row => key(row) is null).ThenBy(key);
        }

        return [.. request.Limit is { } limit ? rows.Take(limit) : rows];
    }

    internal static (Horizon? Horizon, string? Missing) HorizonOf(Metric metric, MetricRequest request, DataState state)
    {
        var (completeThrough, missing) = state.For(metric);
        if (completeThrough is not { } through)
            return (null, missing);
        var asOf = request.AsOf ?? through.AddDays(1);
        if (asOf > through.AddDays(1))
        {
            throw new QuestionException(new QuestionProblem(
                "as_of_beyond_data",
                $"the data of {metric.Name} are complete through {through:yyyy-MM-dd}, so asOf can be {through.AddDays(1):yyyy-MM-dd} at the latest"));
        }

        return (new Horizon(asOf.AddDays(-1), asOf, state.Margin, TagCategories: state.TagCategories), null);
    }

    private Metric Find(string name) =>
        catalog.Find(name) ?? throw new QuestionException(new QuestionProblem("unknown_metric", Nearest.Unknown("metric", name, catalog.Names)));

    private ResultRange RangeOf(MetricRequest request) => new(request.Range.From, request.Range.To, request.Grain, business.Value.TimeZone);

    private MetricResult NoData(Metric metric, MetricRequest request, AccessScope scope, DataState state, string missing)
    {
        var warning = "no_data: needs " + missing.Replace("|", " or ", StringComparison.Ordinal);
        var nothing = new Dictionary<string, string>();
        return new MetricResult(
            metric.Info, RangeOf(request), null, null, state.DataVersion, 0, scope.Name, OwnerNames.Name(request.Owner ?? metric.DefaultOwner), [],
            new MetricRow(null, nothing, nothing, null, null, null, null, null, 0, null, Provisional: false, [warning]), [warning], "", "", 0);
    }

    private async Task<List<RawCell>> CellsAsync(Metric metric, MetricRequest request, CompiledQuery query, string queryId, CancellationToken ct) =>
        [.. (await ReadAsync(metric, query, queryId, RawCell.Reader(metric, request), ct)).OfType<RawCell>()];

    // A metric whose file names a column that is not there fails by itself; what else it stands beside goes on.
    private async Task<List<T>> ReadAsync<T>(Metric metric, CompiledQuery query, string queryId, Func<DbDataReader, T> read, CancellationToken ct)
    {
        try
        {
            return await queries.ReadAsync(metric.Name, query, queryId, read, ct);
        }
        catch (ClickHouseException refused) when (RefusedSql.Is(refused))
        {
            throw new QuestionException(new QuestionProblem(
                "broken_metric", $"sql/metrics/{metric.Subject}/{metric.Name}.sql cannot be used, the engine refuses it: {RefusedSql.Reason(refused)}. 'validate' lists every problem with its line."));
        }
    }

    // What begins before the data do is not whole, and no measure for anything. Periods that are over are compared with those of the answer itself, which come back as pairs; the others are asked for in one
    // question, the open one and the total each in their own.
    private async Task<(Dictionary<string, ComparedCell> Compared, List<(DateOnly? Period, DateRange Days)> There)> EarlierAsync(
        Metric metric, MetricRequest request, Comparison comparison, AccessScope scope, Horizon horizon, DateOnly? since, CancellationToken ct)
    {
        var compared = new Dictionary<string, ComparedCell>(StringComparer.Ordinal);
        var all = ComparedPeriods.Of(request.Range, request.Grain, comparison, horizon.CompleteThrough).Where(pair => since is null || pair.Days.From >= since).ToList();
        var whole = all.Where(pair => pair.Period is not null && IsWhole(pair.Days, request.Grain)).ToList();
        var there = whole.Where(pair => request.Range.From <= pair.Days.From && pair.Days.To <= request.Range.To).ToList();
        if (whole.Except(there).ToList() is { Count: > 0 } before)
            Take(compared, before, await EarlierRowsAsync(request with { Range = new DateRange(before[0].Days.From, before[^1].Days.To) }));

        foreach (var (period, days) in all.Except(whole))
        {
            var by = period is null ? [] : request.By;
            foreach (var row in await EarlierRowsAsync(request with { Range = days, Grain = Grain.All, By = by }))
                compared[KeyOf(period, row.By.Values)] = Cell(days, row);
        }

        return (compared, there);

        async Task<IReadOnlyList<MetricRow>> EarlierRowsAsync(MetricRequest earlier)
        {
            var cells = await CellsAsync(metric, earlier, MetricCompiler.Compile(metric, earlier, scope, horizon), QueryRunner.NewQueryId(), ct);
            return new MetricAnswer(metric, earlier, horizon.CompleteThrough, since, (_, id) => id).Rows(cells);
        }
    }

    private static void Take(Dictionary<string, ComparedCell> compared, List<(DateOnly? Period, DateRange Days)> pairs, IEnumerable<MetricRow> rows)
    {
        var periods = pairs.ToDictionary(pair => pair.Days.From);
        foreach (var row in rows)
        {
            if (row.Period is { } start && periods.TryGetValue(start, out var pair))
                compared[KeyOf(pair.Period, row.By.Values)] = Cell(pair.Days, row);
        }
    }

    private static bool IsWhole(DateRange days, Grain grain) =>
        grain != Grain.All && Periods.StartOf(days.From, grain) == days.From && Periods.Add(days.From, grain, 1) == days.To;

    private static ComparedCell Cell(DateRange days, MetricRow row) => new(days.From, days.To, row.Value, row.Numerator, row.Denominator, row.Immature);

    internal Task<Dictionary<string, string>> NamesAsync(List<DrillRow> rows, CancellationToken ct) => queries.NamesAsync([.. rows.Select(row => row.CustomerId)], ct);
}

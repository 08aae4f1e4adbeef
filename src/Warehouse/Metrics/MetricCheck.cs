using System.Text.RegularExpressions;
using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Warehouse.ClickHouse;

namespace PrivateDomainBI.Warehouse.Metrics;

/// <summary>
/// Has the engine read the SQL of every metric, without running it: only it knows which columns and functions there
/// are and what types they have. Each piece of a file is asked about by itself, so that each mistake is found.
/// </summary>
public sealed class MetricCheck(ClickHouseDataSource source)
{
    private const int UnknownTable = 60;
    private const string AmongDays = "among_days";
    private const string Cohort = "cohort";
    private const string CohortInQuery = "cohort_day";

    private static readonly DateOnly SomeDay = new(2026, 1, 1);

    /// <summary>What the engine refuses, where it stands in the file. The tables and views must be there.</summary>
    /// <param name="metrics">Metrics that could be read.</param>
    /// <param name="textOf">The text of a metric's file.</param>
    /// <param name="fileOf">How its file is named in a problem.</param>
    /// <param name="ct">Ends the check.</param>
    public async Task<IReadOnlyList<Problem>> CheckAsync(
        IEnumerable<Metric> metrics, Func<Metric, string> textOf, Func<Metric, string> fileOf, CancellationToken ct)
    {
        var problems = new List<Problem>();
        foreach (var metric in metrics)
        {
            var text = textOf(metric).ReplaceLineEndings("\n");
            foreach (var (query, key) in Pieces(metric))
            {
                if (await RefusalAsync(query, ct) is not { } refusal)
                    continue;
                // The query calls the cohort's date by a name of its own, which the file's author has never seen.
                var reason = key == Cohort && RefusedSql.Name(refusal) == CohortInQuery ? $"Unknown expression or function identifier `{metric.Cohort}`" : refusal;
                problems.Add(new Problem(fileOf(metric), LineOf(text, key, RefusedSql.Name(reason)), $"the engine refuses it: {reason}"));
            }
        }

        return [.. problems.Distinct()];
    }

    private static IEnumerable<(CompiledQuery Query, string? Key)> Pieces(Metric metric)
    {
        var horizon = new Horizon(SomeDay, SomeDay.AddDays(1), Margin: 0.5m);
        var question = new MetricRequest(
            metric.Name, new DateRange(SomeDay, SomeDay.AddDays(1)), Grain.Month, [Dimensions.Channel, Dimensions.Employee, .. Dimensions.OfEmployees], new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));
        var plain = metric with { Among = "true", AmongDays = null, Body = metric.Kind switch { MetricKind.Sum => "1", MetricKind.Payback => "[toDecimal64(1, 2)]", _ => "true" }, Ages = metric.Ages.Length > 0 ? "[1]" : "", Show = [] };
        // A bad cohort is told once, not again with every other piece. Not one day for all: the join to places must have a column.
        var dated = metric.IsStock ? plain : plain with { Cohort = "toDate('2026-01-01') + customer_id % 2" };
        CompiledQuery Compile(Metric piece) => MetricCompiler.Compile(piece, question, AccessScope.Company, horizon);
        foreach (var owner in metric.Owners)
            yield return (MetricCompiler.Compile(plain, question with { Owner = owner }, AccessScope.Company, horizon), Cohort);
        yield return (Compile(dated with { Among = metric.Among }), metric.AmongDays is null ? "among" : AmongDays);
        // Days are asked otherwise where nothing depends on the day of a place, and once more where no row has changed since.
        if (metric.AmongDays is not null)
        {
            var settled = horizon with { Latest = (metric.Facts.Usual ?? []).Select(rows => rows.Before).OfType<string>().Distinct().ToDictionary(before => before, _ => SomeDay, StringComparer.Ordinal) };
            yield return (MetricCompiler.Compile(dated with { Among = metric.Among, AmongDays = metric.AmongDays }, question with { By = [] }, AccessScope.Company, horizon), AmongDays);
            yield return (MetricCompiler.Compile(metric, question with { By = [] }, AccessScope.Company, settled), AmongDays);
        }

        yield return (Compile(dated with { Body = metric.Body }), null);
        if (metric.Kind == MetricKind.Payback)
            yield return (Compile(dated with { Ages = metric.Ages }), "ages");
        foreach (var column in metric.Show)
        {
            var drill = new DrillRequest(question with { By = [] }, Period: null, new Dictionary<string, string>(StringComparer.Ordinal), CellPart.Numerator);
            yield return (DrillCompiler.Rows(dated with { Show = [column] }, drill, AccessScope.Company, horizon), column.Name);
        }
    }

    private async Task<string?> RefusalAsync(CompiledQuery query, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = connection.CreateCommand("EXPLAIN " + query.Sql);
        foreach (var (name, value) in query.Parameters)
            command.Parameters.Add(new ClickHouseParameter(name, value));
        try
        {
            await command.ExecuteNonQueryAsync(ct);
            return null;
        }
        catch (ClickHouseException refused) when (RefusedSql.Is(refused) || refused.Code == UnknownTable)
        {
            return RefusedSql.Reason(refused);
        }
    }

    // Where the refused name stands in the piece that was asked about: below the description, or at a key of it.
    private static int LineOf(string text, string? key, string name)
    {
        var lines = text.Split('\n');
        var end = Array.FindIndex(lines, line => line.StartsWith("--- */", StringComparison.Ordinal));
        var from = key is null
            ? end + 1
            : Array.FindIndex(lines, line => Regex.IsMatch(line, $@"^\s*{Regex.Escape(key)}\s*:", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
        if (from < 0)
            from = 0;
        var named = name.Length == 0 ? -1 : Array.FindIndex(lines, from, line => Regex.IsMatch(line, $@"(?<!\w){Regex.Escape(name)}(?!\w)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
        var first = Array.FindIndex(lines, from, line => line.Trim().Length > 0);
        return 1 + (named >= 0 ? named : Math.Max(first, from));
    }
}

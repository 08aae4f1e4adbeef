using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PrivateDomainBI.Testing;
using PrivateDomainBI.Warehouse;
using PrivateDomainBI.Warehouse.ClickHouse;
using PrivateDomainBI.Warehouse.Facts;
using PrivateDomainBI.Warehouse.Metrics;
using PrivateDomainBI.Warehouse.Migrations;

namespace PrivateDomainBI.Web.Tests.MetricCases;

/// <summary>
/// One warehouse into which one case after another is written, straight into the entity tables: a table's column is filled
/// by the column of that name, a business day by the time it belongs to, everything else by what a file that is silent means.
/// </summary>
public sealed class CaseWarehouse(TestEngine engine) : IAsyncLifetime
{
    private const string Database = "metric_cases";

    // Business time of the cases; Shanghai has no daylight saving.
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    private static readonly Dictionary<string, string> Silent = new(StringComparer.Ordinal)
    {
        ["orders.status"] = "paid",
        ["campaign_audience.arm"] = "treatment",
        ["org_units.kpi_mode"] = "normal",
    };

    private readonly Business _business = new();
    private readonly List<string> _filled = [];
    private ServiceProvider? _services;
    private ILookup<string, (string Name, string Type)>? _columns;

    public MetricQueries Queries => _services!.GetRequiredService<MetricQueries>();

    public async ValueTask InitializeAsync()
    {
        await engine.QueryAsync($"CREATE DATABASE {Database}");
        var services = new ServiceCollection();
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton<IOptions<BusinessOptions>>(_business);
        services.AddWarehouse(new ClickHouseConnectionStringBuilder { Socket = engine.Socket, Database = Database }.ConnectionString, engine.Socket).AddMetricQueries();
        _services = services.BuildServiceProvider();
        await _services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        await _services.GetRequiredService<FactBuilder>().ApplyViewsAsync(CancellationToken.None);
        var columns = await engine.QueryAsync($"SELECT table, name, type FROM system.columns WHERE database = '{Database}' FORMAT TabSeparatedRaw");
        _columns = columns.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToLookup(line => line[0], line => (line[1], line[2]));
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
    }

    /// <summary>
    /// Sets what is left of net sales, 0 to 1 (null: nobody told), and the categories of tags to have. Answers are kept without
    /// them, so no case asks the same with one and with another.
    /// </summary>
    internal void Told(decimal? margin, IReadOnlyList<string> tagCategories) => _business.Value = new BusinessOptions { Margin = margin, TagCategories = [.. tagCategories] };

    /// <summary>Replaces the case that is there by this one, with its facts built.</summary>
    internal async Task FillAsync(MetricCase its)
    {
        foreach (var table in _filled.Append("completeness").Append("event_types_seen"))
            await RunAsync($"TRUNCATE TABLE {table}");
        _filled.Clear();
        foreach (var (dataset, rows) in its.Rows.Where(table => table.Value.Rows.Count > 0))
        {
            _filled.Add(dataset);
            await RunAsync(Insert(dataset, rows));
        }

        if (its.Through.Count > 0)
            await RunAsync($"INSERT INTO completeness (dataset, complete_through, batch) VALUES {string.Join(", ", its.Through.Select(day => $"('{day.Key}', '{day.Value:yyyy-MM-dd}', 1)"))}");
        await _services!.GetRequiredService<FactBuilder>().RebuildAsync(CancellationToken.None);
    }

    private string Insert(string dataset, CaseTable rows)
    {
        var columns = _columns![dataset].ToList();
        var unknown = rows.Columns.Except(columns.Select(column => column.Name)).ToList();
        unknown.ShouldBeEmpty($"{dataset} has no such columns");
        var lines = rows.Rows.Select(row => $"({string.Join(", ", columns.Select(column => Value(dataset, column.Name, column.Type, row)))})");
        return $"INSERT INTO {dataset} ({string.Join(", ", columns.Select(column => column.Name))}) VALUES {string.Join(", ", lines)}";
    }

    private static string Value(string dataset, string column, string type, CaseRow row)
    {
        if (column == "customer_key")
            return $"sipHash64({Quoted(row["customer"])})";
        if (column == "version")
            return "1";
        var text = row.Values.ContainsKey(column) ? row[column] : DayOf(dataset, column, row);
        if (text.Length == 0)
            text = Silent.GetValueOrDefault($"{dataset}.{column}", "");
        return Literal(type.Replace("LowCardinality(", "", StringComparison.Ordinal), text);
    }

    // A business day is written with the time it belongs to: paid_at → paid_day, valid_from → valid_from_day, occurred_at → day.
    private static string DayOf(string dataset, string column, CaseRow row)
    {
        var time = column switch
        {
            "day" when dataset == "events" => row["occurred_at"],
            _ when column.EndsWith("_day", StringComparison.Ordinal) => row[column[..^4] + "_at"] + row[column[..^4]],
            _ => "",
        };
        return time.Length == 0 ? "" : Local(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static string Literal(string type, string text) => type switch
    {
        _ when text.Length == 0 && type.StartsWith("Nullable", StringComparison.Ordinal) => "NULL",
        _ when type.StartsWith("Array", StringComparison.Ordinal) => $"[{string.Join(", ", text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Quoted))}]",
        _ when type.Contains("DateTime64", StringComparison.Ordinal) => text.Length == 0 ? "0" : Quoted((Local(text) - Shanghai).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture)),
        _ when type.StartsWith("String", StringComparison.Ordinal) || type.StartsWith("Nullable(String", StringComparison.Ordinal) => Quoted(text),
        _ when type.Contains("Date", StringComparison.Ordinal) => Quoted(text.Length == 0 ? "1970-01-01" : text),
        _ => text.Length == 0 ? "0" : text,
    };

    private static DateTime Local(string text) => DateTime.ParseExact(
        text, ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.fff"], CultureInfo.InvariantCulture, DateTimeStyles.None);

    private static string Quoted(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";

    private async Task RunAsync(string sql)
    {
        await using var connection = await _services!.GetRequiredService<ClickHouseDataSource>().OpenConnectionAsync(CancellationToken.None);
        await using var command = connection.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private sealed class Business : IOptions<BusinessOptions>
    {
        public BusinessOptions Value { get; set; } = new();
    }
}

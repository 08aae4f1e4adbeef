using System.Data.Common;
using System.Globalization;
using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Warehouse.Metrics;

/// <summary>Reads the rows behind a cell and says of each why it stands there.</summary>
internal sealed class DrillRows(Metric metric, CellPart part)
{
    public static (long Rows, decimal? Sum) ReadCount(DbDataReader row) =>
        (Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture),
            row.FieldCount > 1 && !row.IsDBNull(1) ? Convert.ToDecimal(row.GetValue(1), CultureInfo.InvariantCulture) : null);

    /// <summary>What the listed rows come to; null where counting them is all there is.</summary>
    public static decimal? ValueOf(Metric metric, long rows, decimal? sum) => metric switch
    {
        { Kind: MetricKind.Sum, Aggregate: Aggregate.Sum or Aggregate.Ratio } => sum ?? 0,
        { Kind: MetricKind.Mean or MetricKind.Payback } or { IsLiftOfAmounts: true } => sum ?? 0,
        { Kind: MetricKind.Sum, Aggregate: Aggregate.Mean } => rows == 0 ? null : metric.Rounded((sum ?? 0) / rows),
        _ => null,
    };

    public DrillRow Read(DbDataReader row)
    {
        var names = Enumerable.Range(0, row.FieldCount).ToDictionary(row.GetName, StringComparer.Ordinal);
        var shown = metric.Show.ToDictionary(
            column => column.Name,
            column => names[DrillCompiler.Shown(column)] is var at && row.IsDBNull(at) ? null : row.GetString(at),
            StringComparer.Ordinal);
        return new DrillRow(
            Convert.ToUInt64(row.GetValue(names["customer_id"]), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
            row.GetString(names["customer"]),
            Name: null,
            row.GetString(names["employee"]),
            EmployeeName: null,
            row.GetString(names["channel"]),
            names.TryGetValue("order_id", out var order) ? row.GetString(order) : null,
            names.TryGetValue("value", out var value) ? Convert.ToDecimal(row.GetValue(value), CultureInfo.InvariantCulture) : null,
            shown,
            Because(shown));
    }

    private Text Because(IReadOnlyDictionary<string, string?> shown)
    {
        var text = metric.Because.GetValueOrDefault(part) ?? new Text("", "");
        var (zh, en) = (text.Zh, text.En);
        foreach (var (name, value) in shown)
        {
            zh = zh.Replace($"{{{name}}}", value ?? "无", StringComparison.Ordinal);
            en = en.Replace($"{{{name}}}", value ?? "none", StringComparison.Ordinal);
        }

        return new Text(zh, en);
    }
}

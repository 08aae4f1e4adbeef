using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Dashboards;

/// <summary>One metric of a table: its answer by member, and the period it speaks of.</summary>
internal sealed record MemberColumn(MetricResult Result, MetricRequest Question, DateOnly Period, Grain Grain);

/// <summary>Stores, channels or employees in rows, metrics in columns; those too few to judge come last, in grey, with their n.</summary>
internal static class MemberTable
{
    /// <summary>More rows than a reader takes in at a glance; the metric's own page has all of them.</summary>
    private const int Most = 20;

    public static Sheet Of(string dimension, IReadOnlyList<MemberColumn> columns, Reader reader, Func<string, string?> linkOf)
    {
        var cells = columns.Select(column => column.Result.Rows.ToDictionary(row => row.By.GetValueOrDefault(dimension) ?? "", StringComparer.Ordinal)).ToList();
        var members = cells.SelectMany(column => column).GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)
            .Select(group => (Id: group.Key, Row: group.First(), Size: cells[0].GetValueOrDefault(group.Key)?.Value ?? 0))
            .OrderBy(member => member.Id == Dimensions.Unattributed)
            .ThenByDescending(member => member.Size)
            .ThenBy(member => member.Id, StringComparer.Ordinal)
            .ToList();
        var name = reader.Heading(Words.Dimension(dimension));
        return new Sheet(
            name,
            [new(name, Number: false), .. columns.Select(column => new SheetColumn(
                reader[column.Result.Metric.Label], Number: true, reader.Format.Tick(column.Period, column.Grain)))],
            [.. members.Take(Most).Select(member => (IReadOnlyList<SheetCell>)
            [
                new(Member.Name(member.Row, dimension, reader), linkOf(member.Id)),
                .. columns.Select((column, index) => Cell(cells[index].GetValueOrDefault(member.Id), column, reader)),
            ])],
            members.Count > Most ? reader.Say(Words.Chart.RestInTable, Most, members.Count) : null);
    }

    public static SheetCell Cell(MetricRow? row, MemberColumn column, Reader reader)
    {
        var metric = column.Result.Metric;
        if (row is null)
            return new SheetCell(Format.None, Faint: true);
        var small = ChartViews.IsSmall(row, metric);
        var text = reader.Format.Cell(metric.Unit, row.Value);
        return new SheetCell(
            text,
            row.Value is null ? null : MetricLink.Customers(column.Question, row),
            reader.Format.Value(metric.Unit, row.Value).Full,
            small ? $"n = {Format.Number(row.Denominator ?? 0)}" : null,
            small || row.Value is null);
    }
}

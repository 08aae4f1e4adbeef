using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Warehouse.Metrics;

namespace PrivateDomainBI.Web.Tests.Proofs;

/// <summary>What opens behind a cell, held against the number that the cell shows; each kind of metric shows it another way.</summary>
internal static class OpenedCell
{
    /// <summary>The sides of a cell that say something about its number.</summary>
    public static IReadOnlyList<CellPart> Sides(Metric metric) =>
        metric.Kind is MetricKind.Rate or MetricKind.Lift or MetricKind.Payback || metric.Aggregate is Aggregate.Median or Aggregate.Ratio
            ? [CellPart.Numerator, CellPart.Denominator]
            : [CellPart.Numerator];

    /// <summary>So many rows, with such a sum of their values, stand behind this part of the cell.</summary>
    public static void ShouldBeWhatItCounted(this MetricRow cell, Metric metric, CellPart part, long rows, decimal sum, string where)
    {
        var above = part == CellPart.Numerator;
        if (part == CellPart.Immature)
            rows.ShouldBe(cell.Immature, where);
        else if (metric.IsLiftOfAmounts && above)
            (rows, sum).ShouldBe((cell.Arms?.Counted ?? 0, cell.Arms?.Amounts?.Treated ?? 0), where);
        else if (metric is { Kind: MetricKind.Lift, Aggregate: Aggregate.Ratio })
            sum.ShouldBe(cell.Arms?.Amounts?.Cost ?? 0, where);
        else if (metric.Kind == MetricKind.Lift)
            rows.ShouldBe((above ? cell.Arms?.Counted : cell.Arms?.Treated) ?? 0, where);
        else if (metric.Aggregate == Aggregate.Ratio)
            (sum, Quotient(metric, cell)).ShouldBe(((above ? cell.Quotient?.Total : cell.Quotient?.Over) ?? 0, cell.Value), where);
        else if (metric.Kind == MetricKind.Payback)
            sum.ShouldBe((above ? cell.Quotient?.Total : cell.Quotient?.Over) ?? 0, where);
        else if (metric.Kind == MetricKind.Rate || metric.Aggregate == Aggregate.Median)
            rows.ShouldBe((above ? cell.Numerator : cell.Denominator) ?? 0, where);
        else if (metric.Kind == MetricKind.Mean)
            (rows, Mean(metric, rows, sum)).ShouldBe((cell.Denominator ?? 0, cell.Value), where);
        else if (metric.Aggregate == Aggregate.Mean)
            Mean(metric, rows, sum).ShouldBe(cell.Value, where);
        else
            (DrillCompiler.HasValue(metric) ? sum : rows).ShouldBe(cell.Value ?? 0, where);
    }

    /// <summary>The same of an opened list, by the number of rows and the value that it gives for all of them.</summary>
    public static void ShouldBeWhatItCounted(this MetricRow cell, Metric metric, CellPart part, DrillResult opened, string where)
    {
        if (part != CellPart.Immature && metric is { Kind: MetricKind.Sum, Aggregate: Aggregate.Mean })
            opened.Value.ShouldBe(cell.Value, where);
        else
            cell.ShouldBeWhatItCounted(metric, part, opened.Count, opened.Value ?? 0, where);
    }

    /// <summary>The same of a list that was opened to its end.</summary>
    public static void ShouldBeAllThatItCounted(this MetricRow cell, Metric metric, CellPart part, DrillResult opened, string where)
    {
        opened.Rows.Count.ShouldBe((int)opened.Count, where);
        var sum = opened.Rows.Sum(row => row.Value ?? 0);
        cell.ShouldBeWhatItCounted(metric, part, opened.Count, sum, where);
        cell.ShouldBeWhatItCounted(metric, part, opened, $"{where}, as a whole");
    }

    private static decimal? Quotient(Metric metric, MetricRow cell) =>
        cell.Quotient is { Over: not 0 } parts ? metric.Rounded(parts.Total / parts.Over) : null;

    private static decimal? Mean(Metric metric, long rows, decimal sum) => rows == 0 ? null : metric.Rounded(sum / rows);
}

using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>
/// Opens one cell of an answer: the same question, the cell's period (null: the total) and its place
/// (dimension → id; empty: all), the side of the cell to list, and which page of it.
/// </summary>
public sealed record DrillRequest(
    MetricRequest Question,
    DateOnly? Period,
    IReadOnlyDictionary<string, string> Cell,
    CellPart Part,
    int Offset = 0,
    int Limit = 100)
{
    /// <summary>The cell's days: those of the question that lie in its period.</summary>
    public DateRange Days => Period is { } period && Question.Grain != Grain.All
        ? new DateRange(period, Periods.Add(period, Question.Grain, 1)).Intersect(Question.Range)
        : Question.Range;
}

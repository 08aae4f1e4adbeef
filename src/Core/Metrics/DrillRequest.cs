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
    int Limit = 100);

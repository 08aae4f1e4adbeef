namespace PrivateDomainBI.Ingest.Mappings;

/// <summary>
/// How a file of another system becomes rows of a dataset; what a mapping file says, checked.
/// <paramref name="TimeZone"/>: of times without an offset in the file; null is the business time zone.
/// <paramref name="Where"/>: rows for which it is not true are dropped and counted.
/// </summary>
internal sealed record Mapping(
    string File,
    string? Dataset,
    string? Source,
    string? TimeZone,
    char Delimiter,
    MappedExpression? Where,
    IReadOnlyDictionary<string, MappedColumn> Columns);

/// <summary>An expression and the line of the mapping file it stands on.</summary>
internal sealed record MappedExpression(Expression Expression, int Line);

/// <summary>
/// Where the value of a target column comes from. <paramref name="Values"/>: replaced values, as written in the file → as meant;
/// <paramref name="Otherwise"/>: what every other value becomes, null leaves it.
/// <paramref name="TimeFormat"/>: how times are written, in letters like dd/MM/yyyy HH:mm.
/// <paramref name="NumberFormat"/>: how numbers are written, when not as 1234.50.
/// </summary>
internal sealed record MappedColumn(
    MappedExpression Value,
    IReadOnlyDictionary<string, string> Values,
    string? Otherwise,
    string? TimeFormat,
    NumberFormat? NumberFormat);

/// <summary>The sign of thousands, which is dropped, and the sign before the decimals.</summary>
internal sealed record NumberFormat(string Thousands, string Point);

namespace PrivateDomainBI.Web.Cohorts;

/// <summary>A cohort table as it is drawn: one row a cohort or place, one column an age, the pooled row first.</summary>
internal sealed record HeatMap(string Title, string Note, string FirstColumn, IReadOnlyList<(string Name, string? Days)> Ages, IReadOnlyList<HeatRow> Rows, string? Left);

internal sealed record HeatRow(string Name, string Size, bool Provisional, bool Pooled, IReadOnlyList<HeatCell> Cells);

/// <summary>
/// One cell. <paramref name="Level"/>: its shade, 0 the lightest; null where there is no value. <paramref name="Hatched"/>: not
/// all mature. <paramref name="Estimate"/>: an early reading, already labelled as one. <paramref name="Title"/> says all of it in words.
/// </summary>
internal sealed record HeatCell(string Text, int? Level, bool Hatched, bool Small, string? Estimate, string Title, string? Link);

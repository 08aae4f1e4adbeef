namespace PrivateDomainBI.Web.Dashboards;

/// <summary>A table as shown: headings, rows of cells, and what stands below it.</summary>
internal sealed record Sheet(string Caption, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<SheetCell>> Rows, string? Note = null);

/// <summary>A heading; numbers stand right. <paramref name="Sort"/>: the link that sorts by it, <paramref name="Sorted"/> ascending or descending.</summary>
internal sealed record SheetColumn(string Text, bool Number, string? Hint = null, string? Sort = null, string? Sorted = null);

/// <summary>A cell; <paramref name="Under"/> is a smaller second line, <paramref name="Faint"/>: too few to judge, or not there yet.</summary>
internal sealed record SheetCell(string Text, string? Link = null, string? Hint = null, string? Under = null, bool Faint = false);

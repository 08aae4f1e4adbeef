namespace PrivateDomainBI.Web.Reports.Printing;

/// <summary>
/// One page of ours to print. The page says by <c>data-ready="true"</c> on its root element that it is complete,
/// or by <c>data-error</c> that it never will be. <paramref name="MustContain"/>: texts that the finished PDF has to
/// hold, so that a half-drawn report is noticed here and not by its reader.
/// </summary>
internal sealed record PrintRequest(Uri Page, PrintedAs About, int Charts, int MinPages, IReadOnlyList<string> MustContain);

/// <summary>What the file says of itself. The date is part of the report's content, not the time of printing.</summary>
internal sealed record PrintedAs(string Title, string Author, string Subject, DateTimeOffset Date);

/// <summary>A finished, checked PDF.</summary>
internal sealed record PrintedPdf(byte[] Bytes, int Pages);

using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace PrivateDomainBI.Web.Reports.Printing;

/// <summary>
/// Reads a finished PDF as its reader will and refuses one that is blank, incomplete or has text that is only
/// drawn: a report that is not sent is noticed, an empty one that is sent is believed.
/// </summary>
internal static class PdfCheck
{
    public static int Check(byte[] pdf, PrintRequest request)
    {
        using var document = PdfDocument.Open(pdf);
        if (document.NumberOfPages < request.MinPages)
            throw new PrintFailedException($"The report has {document.NumberOfPages} of at least {request.MinPages} pages; it was not kept.");
        var all = new StringBuilder();
        foreach (var page in document.GetPages())
        {
            var text = WithoutBlanks(page.Text);
            if (text.Length == 0)
                throw new PrintFailedException($"Page {page.Number} of the report came out blank; it was not kept.");
            all.Append(text);
        }
        var whole = all.ToString();
        var missing = request.MustContain.FirstOrDefault(part => !whole.Contains(WithoutBlanks(part), StringComparison.Ordinal));
        if (missing is not null)
            throw new PrintFailedException($"The report lacks “{missing}”; it was not kept.");
        if (HasDrawnFont(document))
            throw new PrintFailedException("The report holds a font that can not be searched or copied (Type 3); it was not kept.");
        return document.NumberOfPages;
    }

    // Where a line breaks and how wide a gap is belongs to the layout, not to the text.
    private static string WithoutBlanks(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static bool HasDrawnFont(PdfDocument document) =>
        document.Structure.CrossReferenceTable.ObjectOffsets.Keys
            .Select(reference => document.Structure.GetObject(reference)?.Data)
            .OfType<DictionaryToken>()
            .Any(token => token.TryGet(NameToken.Subtype, out NameToken subtype) && subtype.Data == "Type3");
}

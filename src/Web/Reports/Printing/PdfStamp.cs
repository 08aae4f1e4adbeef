using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PrivateDomainBI.Web.Reports.Printing;

/// <summary>
/// Gives a print its metadata and makes it reproducible: the same page printed again gives the same bytes.
/// Chromium writes the time of printing and running element numbers into every file; both are replaced by
/// text of the same length, so that the file's table of byte offsets stays true.
/// </summary>
internal static partial class PdfStamp
{
    public static byte[] Apply(byte[] pdf, PrintedAs about)
    {
        // Latin-1 maps every byte to one character and back, so a regex can work on a binary file.
        var text = Encoding.Latin1.GetString(pdf);
        text = Times().Replace(text, Digits(about.Date));
        text = RenumberElements(text);
        return Encoding.Latin1.GetBytes(WithInformation(text, about));
    }

    // TRICKY: which of two elements gets the lower number differs from print to print, so they are numbered as they
    // stand in the file; they are also the keys of a sorted name tree, whose entries are sorted again.
    private static string RenumberElements(string text)
    {
        var numbers = DefinedIds().Matches(text).Concat(ElementIds().Matches(text)).Select(found => found.Value).Distinct(StringComparer.Ordinal)
            .Select((id, index) => (id, index)).ToDictionary(pair => pair.id, pair => pair.index, StringComparer.Ordinal);
        text = ElementIds().Replace(text, found => string.Create(CultureInfo.InvariantCulture, $"(node{numbers[found.Value]:D8})"));
        text = NameTree().Replace(text, tree => Sorted(tree.Value, TreeEntries()));
        return Limits().Replace(text, limits => Sorted(limits.Value, ElementIds()));
    }

    // The same pieces in their order, with whatever stands between them left where it is.
    private static string Sorted(string text, Regex piece)
    {
        var pieces = new Queue<string>(piece.Matches(text).Select(found => found.Value).Order(StringComparer.Ordinal));
        return piece.Replace(text, _ => pieces.Dequeue());
    }

    // A PDF is changed by appending: the new object, a table that says where it is, and where the old table was.
    private static string WithInformation(string text, PrintedAs about)
    {
        var trailer = Trailer().Match(text);
        if (!trailer.Success)
            throw new PrintFailedException("The browser wrote a PDF of an unknown shape; it was not kept.");
        var (size, root, number, table) = (trailer.Groups["size"], trailer.Groups["root"], trailer.Groups["info"], trailer.Groups["table"]);
        var date = $"(D:{Digits(about.Date)}+00'00')";
        var information =
            $"{number} 0 obj\n<</Title {Hex(about.Title)}\n/Author {Hex(about.Author)}\n/Subject {Hex(about.Subject)}\n"
            + $"/Creator (PrivateDomainBI)\n/Producer (Chromium)\n/CreationDate {date}\n/ModDate {date}>>\nendobj\n";
        var whole = text.EndsWith('\n') ? text : text + "\n";
        var places = string.Create(CultureInfo.InvariantCulture, $"xref\n{number} 1\n{whole.Length:D10} 00000 n \n");
        return whole + information + places
            + $"trailer\n<</Size {size}\n/Root {root} 0 R\n/Info {number} 0 R\n/Prev {table}>>\nstartxref\n{whole.Length + information.Length}\n%%EOF\n";
    }

    private static string Digits(DateTimeOffset date) => date.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    private static string Hex(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    [GeneratedRegex(@"(?<=/(CreationDate|ModDate) \(D:)\d{14}(?=\+00'00'\))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Times();

    [GeneratedRegex(@"\(node\d{8}\)", RegexOptions.CultureInvariant)]
    private static partial Regex ElementIds();

    [GeneratedRegex(@"(?<=/ID )\(node\d{8}\)", RegexOptions.CultureInvariant)]
    private static partial Regex DefinedIds();

    [GeneratedRegex(@"(?<=/Names \[)(\(node\d{8}\) \d+ 0 R\s*)+(?=\])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NameTree();

    [GeneratedRegex(@"\(node\d{8}\) \d+ 0 R", RegexOptions.CultureInvariant)]
    private static partial Regex TreeEntries();

    [GeneratedRegex(@"(?<=/Limits \[)\(node\d{8}\) \(node\d{8}\)(?=\])", RegexOptions.CultureInvariant)]
    private static partial Regex Limits();

    [GeneratedRegex(
        @"trailer\s*<</Size (?<size>\d+)\s*/Root (?<root>\d+) 0 R\s*/Info (?<info>\d+) 0 R\s*>>\s*startxref\s+(?<table>\d+)\s+%%EOF\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Trailer();
}

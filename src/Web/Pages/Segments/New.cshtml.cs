using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Web.Segments;

namespace PrivateDomainBI.Web.Pages.Segments;

/// <summary>A form to write a segment, checked and counted while it is written.</summary>
internal sealed class NewModel(SegmentBook book) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Definition { get; set; }

    /// <summary>True when it is another version of a segment that is there, whose name stays.</summary>
    public bool IsChange { get; private set; }

    public SegmentDraft Draft { get; private set; } = new(null, [], null);

    public async Task<IActionResult> OnGetAsync(string? from, bool change, CancellationToken ct)
    {
        Definition = SegmentWords.Example;
        if (!string.IsNullOrEmpty(from))
        {
            if (await book.FindAsync(from, asOf: null, AccessScope.Company, ct) is not { } entry)
                return NotFound();
            IsChange = change && !entry.IsFile;
            Name = IsChange ? from : $"{from}_2";
            Definition = WithoutVersion(entry.Definition);
        }

        await ReadAsync(ct);
        return Page();
    }

    /// <summary>What is said of what stands in the form, by itself.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        return Partial("_Draft", Draft);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Definition is { Length: > 0 } definition && (await book.SaveAsync(Name ?? "", Lines(definition), ct)).Count == 0)
            return Redirect($"/segments/{Name}");
        await ReadAsync(ct);
        return Page();
    }

    private async Task ReadAsync(CancellationToken ct) =>
        Draft = await book.CheckAsync(Name ?? "", Lines(Definition ?? ""), await book.AsOfAsync(ct), AccessScope.Company, ct);

    // A form sends its lines with carriage returns, which would make another version of the same text.
    private static string Lines(string text) => text.ReplaceLineEndings("\n");

    private static string WithoutVersion(string definition) =>
        string.Join('\n', Lines(definition).Split('\n').Where(line => !line.StartsWith("version:", StringComparison.Ordinal)));
}

using Microsoft.AspNetCore.Mvc.RazorPages;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Language;
using PrivateDomainBI.Web.Segments;

namespace PrivateDomainBI.Web.Pages.Segments;

/// <summary>Every segment with its rules in words and its size.</summary>
internal sealed class IndexModel(SegmentBook book, Answers answers, Reader reader) : PageModel
{
    public IReadOnlyList<SegmentEntry> Entries { get; private set; } = [];

    public DateOnly? AsOf { get; private set; }

    public DateTimeOffset? StaleSince { get; private set; }

    public IReadOnlyList<string> Broken { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Broken = [.. book.Problems.Select(problem => problem.ToString())];
        (var read, StaleSince) = await answers.KeepAsync("segments", async () =>
        {
            var asOf = await book.AsOfAsync(ct);
            return new Listed(asOf, await book.AllAsync(asOf, AccessScope.Company, ct));
        });
        (AsOf, Entries) = (read.AsOf, read.Entries);
    }

    public string? Day => AsOf is { } day ? reader.Say(SegmentWords.AsOf, reader.Format.Date(day.AddDays(-1))) : null;

    private sealed record Listed(DateOnly? AsOf, IReadOnlyList<SegmentEntry> Entries);
}

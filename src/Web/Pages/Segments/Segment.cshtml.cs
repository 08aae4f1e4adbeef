using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Warehouse;
using PrivateDomainBI.Warehouse.Metrics;
using PrivateDomainBI.Warehouse.Segments;
using PrivateDomainBI.Web.AppDatabase;
using PrivateDomainBI.Web.Language;
using PrivateDomainBI.Web.Segments;

namespace PrivateDomainBI.Web.Pages.Segments;

/// <summary>One segment: its rules, its size, who is in it, and what it was before.</summary>
internal sealed class SegmentModel(SegmentBook book, SegmentQueries queries, MetricQueries metrics, IOptions<BusinessOptions> business, Reader reader) : PageModel
{
    public const int PageSize = 50;

    /// <summary>Metrics that a segment is most often looked at by.</summary>
    public static readonly IReadOnlyList<string> Metrics = ["pool_size", "new_customers", "net_sales", "active_customers", "repurchase_3m"];

    public SegmentEntry Entry { get; private set; } = null!;

    public DateOnly? AsOf { get; private set; }

    public IReadOnlyList<SegmentVersion> Versions { get; private set; } = [];

    public IReadOnlyList<SegmentCustomer> Customers { get; private set; } = [];

    public int PageNumber { get; private set; } = 1;

    public long LastPage => Math.Max(1, ((Entry.Size?.Customers ?? 0) + PageSize - 1) / PageSize);

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct)
    {
        AsOf = await book.AsOfAsync(ct);
        if (await book.FindAsync(name, AsOf, AccessScope.Company, ct) is not { } entry)
            return NotFound();
        Entry = entry;
        Versions = await book.VersionsAsync(name, ct);
        PageNumber = Pages.PageNumber.Of(Request);
        if (AsOf is { } day)
        {
            var state = await metrics.StateAsync(ct);
            Customers = await queries.CustomersAsync(entry.Segment, day, AccessScope.Company, state.DataVersion, (PageNumber - 1) * PageSize, PageSize, ct);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostRetireAsync(string name, CancellationToken ct) =>
        await book.RetireAsync(name, ct) ? RedirectToPage("/Segments/Index") : NotFound();

    /// <summary>What it looks at that is as told last, in words; null when nothing is.</summary>
    public string? ToldLast => TraitsUsed.ToldLast(Entry.Segment.Rule).Select(trait => reader[SegmentWords.Traits[trait]]).ToList() is { Count: > 0 } traits
        ? reader.Say(SegmentWords.ToldLast, string.Join(reader.Language == Reader.Chinese ? "、" : ", ", traits))
        : null;

    /// <summary>An instant in the business time zone.</summary>
    public string At(DateTimeOffset instant) =>
        Format.Instant(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(business.Value.TimeZone)));
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PrivateDomainBI.Warehouse.Pages;

namespace PrivateDomainBI.Web.Pages.Customers;

/// <summary>One customer: who she is as far as may be shown, whose she was, and what happened, newest first.</summary>
internal sealed class CustomerModel(CustomerFile file) : PageModel
{
    private const int PageSize = 60;

    public CustomerProfile Profile { get; private set; } = null!;

    public IReadOnlyList<OwnerSince> Owners { get; private set; } = [];

    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    public int PageNumber { get; private set; } = 1;

    public bool HasOlder { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (!ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key) || await file.ProfileAsync(key, ct) is not { } profile)
            return NotFound();
        Profile = profile;
        PageNumber = Pages.PageNumber.Of(Request);
        Owners = await file.OwnersAsync(key, ct);
        var entries = await file.TimelineAsync(key, (PageNumber - 1) * PageSize, PageSize + 1, ct);
        HasOlder = entries.Count > PageSize;
        Timeline = [.. entries.Take(PageSize)];
        return Page();
    }
}

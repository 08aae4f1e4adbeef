using System.ComponentModel.DataAnnotations;

namespace PrivateDomainBI.Web.Reports;

/// <summary>How reports are printed; section <c>Reports</c> of appsettings.json.</summary>
internal sealed record ReportsOptions
{
    public const string Section = "Reports";

    /// <summary>A browser's path; <c>bundled</c> for the one that comes with the product; empty to look for one.</summary>
    public string Chromium { get; init; } = "";

    /// <summary>The most that a page may take to be ready for printing; the whole print may take twice that.</summary>
    [Range(1, 600)]
    public int DeadlineSeconds { get; init; } = 60;

    /// <summary>The browser is replaced by a fresh one after this many prints, for it only ever grows.</summary>
    [Range(1, 10_000)]
    public int RestartAfterPrints { get; init; } = 50;

    /// <summary>An unused browser is closed after so long.</summary>
    [Range(0, 1440)]
    public int KeepWarmMinutes { get; init; } = 10;
}

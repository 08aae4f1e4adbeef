using System.ComponentModel.DataAnnotations;

namespace PrivateDomainBI.Web.Jobs;

/// <summary>When scheduled work runs; section <c>Jobs</c> of appsettings.json. Times are business times.</summary>
internal sealed record JobsOptions
{
    public const string Section = "Jobs";

    public bool Enabled { get; init; } = true;

    public InboxOptions Inbox { get; init; } = new();

    public WeeklyReportOptions WeeklyReport { get; init; } = new();

    public SettleOptions Settle { get; init; } = new();
}

/// <summary>Files that are loaded by laying them into a folder.</summary>
internal sealed record InboxOptions
{
    [Required]
    public string Cron { get; init; } = "0 * * * * ?";

    /// <summary>A file is still being written while its size or time changes within so many seconds.</summary>
    [Range(1, 600)]
    public int QuietSeconds { get; init; } = 5;
}

/// <summary>The executives' report.</summary>
internal sealed record WeeklyReportOptions
{
    [Required]
    public string Cron { get; init; } = "0 0 8 ? * MON";

    /// <summary>One report in each of these languages.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>When last week's data are not complete yet, it is tried again after so long.</summary>
    [Range(1, 1440)]
    public int RetryMinutes { get; init; } = 30;
}

/// <summary>What loads have left fresh becomes settled when they are few; when there is much of it, the load itself does.</summary>
internal sealed record SettleOptions
{
    [Required]
    public string Cron { get; init; } = "0 30 * * * ?";

    /// <summary>It takes both cores for half a minute at two million customers, so not between two loads.</summary>
    [Range(0, 1440)]
    public int QuietMinutes { get; init; } = 10;
}

using System.ComponentModel.DataAnnotations;

namespace PrivateDomainBI.Warehouse;

/// <summary>The business whose days are counted (section <c>Business</c>).</summary>
public sealed record BusinessOptions
{
    public const string Section = "Business";

    /// <summary>Name of the company on pages and reports.</summary>
    public string Company { get; init; } = "";

    /// <summary>IANA time zone in which a day begins and ends, and in which times without an offset are read.</summary>
    [Required]
    public string TimeZone { get; init; } = "Asia/Shanghai";
}

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

    /// <summary>Share of net sales that is left after the cost of the goods, 0 to 1; null where nobody told, and then no return or value in margin is shown.</summary>
    [Range(typeof(decimal), "0", "1", ParseLimitsInInvariantCulture = true)]
    public decimal? Margin { get; init; }

    /// <summary>Name of the file in <c>benchmarks</c> that says what is usual in the company's industry; empty: nothing is held against it.</summary>
    public string Industry { get; init; } = "";

    /// <summary>Categories of which every customer should have a tag written <c>category:value</c>; none: any tag will do.</summary>
    public string[] TagCategories { get; init; } = [];
}

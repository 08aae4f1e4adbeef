using PrivateDomainBI.Core.Scorecards;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Tests.Scorecards;

public sealed class TargetPeriodTests
{
    [Theory]
    [InlineData("2026-11", Grain.Month, "2026-11-01", "2026-12-01")]
    [InlineData("2026-12", Grain.Month, "2026-12-01", "2027-01-01")]
    [InlineData("2026-Q4", Grain.Quarter, "2026-10-01", "2027-01-01")]
    [InlineData("2026-w46", Grain.Week, "2026-11-09", "2026-11-16")]
    [InlineData("2026-W01", Grain.Week, "2025-12-29", "2026-01-05")]
    [InlineData("2026-W53", Grain.Week, "2026-12-28", "2027-01-04")]
    [InlineData(" 2026 ", Grain.Year, "2026-01-01", "2027-01-01")]
    public void Parse_AsTargetsFilesWriteIt_IsThoseDays(string text, Grain grain, string from, string to)
    {
        var period = TargetPeriod.Parse(text)!;

        period.Name.ShouldBe(text.Trim().ToUpperInvariant());
        period.Grain.ShouldBe(grain);
        period.Days.ShouldBe(new DateRange(DateOnly.Parse(from, null), DateOnly.Parse(to, null)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-Q5")]
    [InlineData("2027-W53")]
    [InlineData("2026-W00")]
    [InlineData("2026-1")]
    [InlineData("2026-11-01")]
    [InlineData("26-11")]
    public void Parse_NoPeriod_IsNull(string text) => TargetPeriod.Parse(text).ShouldBeNull();
}

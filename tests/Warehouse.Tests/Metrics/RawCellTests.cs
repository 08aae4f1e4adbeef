using System.Data;
using System.Globalization;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Warehouse.Metrics;

namespace PrivateDomainBI.Warehouse.Tests.Metrics;

public sealed class RawCellTests
{
    private static readonly MetricRequest Question = new(
        "net_sales", new DateRange(new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1)), Grain.Month, [], new Dictionary<string, IReadOnlyList<string>>());

    [Theory]
    [InlineData("12.300000", "12.30")]
    [InlineData("12.30", "12.30")]
    [InlineData("0.125000", "0.125")]
    [InlineData("0.123456", "0.123456")]
    [InlineData("100", "100")]
    [InlineData("-7.000000", "-7.00")]
    public void Reader_Money_KeepsWhatIsExactAndNoZerosBehindIt(string told, string kept)
    {
        using var answer = new DataTable();
        answer.Columns.Add("total", typeof(decimal));
        answer.Rows.Add(decimal.Parse(told, CultureInfo.InvariantCulture));
        using var row = answer.CreateDataReader();
        row.Read().ShouldBeTrue();

        var cell = RawCell.Reader(SomeMetric.Needing("[orders]"), Question)(row);

        cell!.Sum!.Value.ToString(CultureInfo.InvariantCulture).ShouldBe(kept);
    }
}

using System.Globalization;

namespace PrivateDomainBI.Ingest.Tests.Demo;

// The company is believable: its numbers lie where a real brand's would, and its stories can be found.
[Collection(DemoCompanyFixture.Collection)]
public sealed class DemoHeadlinesTests(DemoCompanyFixture demo)
{
    private readonly Headlines _headlines = new(demo);

    [Fact]
    public void Numbers_AreThoseOfABelievableBrand()
    {
        _headlines.RelationRetention(1, All).ShouldBeInRange(0.87, 0.92);
        _headlines.RelationRetention(90, All).ShouldBeInRange(0.72, 0.84);
        _headlines.ActiveRetention(1).ShouldBeInRange(0.20, 0.35);
        _headlines.ActiveRetention(30).ShouldBeInRange(0.03, 0.12);
        _headlines.FirstOrderConversion().ShouldBeInRange(0.15, 0.25);
        _headlines.Repurchase(90).ShouldBeInRange(0.25, 0.32);
        _headlines.Repurchase(180).ShouldBeInRange(0.34, 0.45);
        _headlines.Repurchase(365).ShouldBeInRange(0.43, 0.56);
        _headlines.ProfileCompletion().ShouldBeInRange(0.55, 0.65);
        _headlines.AverageOrder.ShouldBeInRange(120, 180);
        _headlines.RefundedShare.ShouldBeInRange(0.04, 0.07);
    }

    [Fact]
    public void Channels_AreClearlyOfDifferentQuality()
    {
        var douyin = _headlines.RelationRetention(1, row => row["channel"] == "douyin");
        var store = _headlines.RelationRetention(1, row => row["channel"] == "store_qr");
        douyin.ShouldBeInRange(0.80, 0.88);
        store.ShouldBeInRange(0.90, 0.96);
        _headlines.RelationRetention(90, row => row["channel"] == "douyin").ShouldBeLessThan(_headlines.RelationRetention(90, row => row["channel"] == "store_qr") - 0.1);
        demo.Good("customers").ShouldContain(row => row["channel"] == "");
    }

    [Fact]
    public void ProblemStore_LosesItsNewCustomersInTheLastWeeks()
    {
        var last = demo.Manifest.CompleteThrough.AddDays(-35).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var now = _headlines.RelationRetention(1, row => row["store_id"] == "s0002" && string.CompareOrdinal(row["joined_at"], last) > 0);
        var before = _headlines.RelationRetention(1, row => row["store_id"] == "s0002" && string.CompareOrdinal(row["joined_at"], last) < 0);
        now.ShouldBeLessThan(before - 0.08);
        demo.Manifest.Notes.ShouldContain(note => note.Contains("s0002", StringComparison.Ordinal));
    }

    [Fact]
    public void Events_AreAFewDozenOfACustomer() =>
        (demo.Good("events").Count / (double)demo.Good("customers").Count).ShouldBeInRange(25, 40);

    [Fact]
    public void Orders_ComeInEveryAwkwardForm()
    {
        var orders = demo.Good("orders");
        orders.ShouldContain(row => row["status"] == "closed");
        orders.ShouldContain(row => row["is_test"] == "true");
        orders.ShouldContain(row => row["amount"] == "0.00");
        orders.ShouldContain(row => row["employee_id"] != "");
        orders.Where(row => row["parent_order_id"] != "").GroupBy(row => row["parent_order_id"]).ShouldAllBe(parts => parts.Count() == 2);
        var joined = demo.Good("customers").ToDictionary(row => row["customer"], row => row["joined_at"]);
        orders.ShouldContain(row => joined.ContainsKey(row["customer"]) && string.CompareOrdinal(row["paid_at"], joined[row["customer"]]) < 0);
    }

    private static bool All(DemoLine row) => true;
}

using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Explain;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Tests.Proofs;

namespace PrivateDomainBI.Web.Tests.Segments;

// Of the demo company: what a segment, a tier or a tag narrows or splits opens to exactly what it counted, in every metric.
[Collection(LoadedDemoProofs.Name)]
public sealed class SegmentProofs(LoadedDemo demo)
{
    private const int AtOnce = 4;
    private const string Skin = "tag:肤质";

    private static readonly Dictionary<string, IReadOnlyList<string>> Unfiltered = [];

    private static readonly (string By, string Filter)[] Ways =
        [("segment:adults", ""), ("tier", "segment:elderly"), (Skin, ""), ("channel", "tier"), (Skin, "segment:adults")];

    public static TheoryData<string> MetricNames => [.. Services.Catalog.All.Where(metric => metric.Facts.AreOfCustomers).Select(metric => metric.Name)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateRange Whole => new(demo.Manifest.From, demo.Manifest.CompleteThrough.AddDays(1));

    [Theory]
    [MemberData(nameof(MetricNames))]
    public async Task EveryCell_OfWhatIsTheCustomers_OpensToWhatItCounted(string name)
    {
        var metric = Services.Catalog.Find(name)!;
        // Each metric is asked in two of the ways, every way of a dozen metrics.
        var turn = MetricNames.ToList().FindIndex(row => row.Data == name);
        foreach (var (by, filter) in Enumerable.Range(turn, 2).Select(way => Ways[way % Ways.Length]))
        {
            var filters = filter.Length == 0 ? Unfiltered : new() { [filter] = [filter == "tier" ? "champion" : "in"] };
            var question = new MetricRequest(name, Whole, Grain.All, [by], filters);
            var answer = await demo.Warehouse.AskAsync(question);
            (answer.Segments ?? []).Select(used => used.Name).ShouldBe(question.Dimensions.Where(dimension => dimension.StartsWith("segment:", StringComparison.Ordinal)).Select(dimension => dimension["segment:".Length..]));
            var whole = await demo.Warehouse.AskAsync(question with { By = [] });
            (answer.Total.Value, answer.Total.Numerator, answer.Total.Denominator, answer.Total.Immature)
                .ShouldBe((whole.Total.Value, whole.Total.Numerator, whole.Total.Denominator, whole.Total.Immature), $"{name} by {by}: a split has the total of the whole");
            if (by != Skin && metric.IsAdditive)
                answer.Rows.Sum(row => row.Value ?? 0).ShouldBe(answer.Total.Value ?? 0, $"{name} by {by}");
            await Parallel.ForEachAsync(answer.Rows, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (row, _) => await SameAsOpenedAsync(metric, question, row));
        }
    }

    [Fact]
    public async Task Tags_OfOneCategory_OverlapAndSaySo()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(demo.Engine);
        await warehouse.LoadRowsAsync("customers", null, "customer,joined_at,tags", "a,2026-01-01,skin:dry;skin:oily", "b,2026-01-02,skin:dry", "c,2026-01-03,vip");
        var answer = await warehouse.AskAsync(new MetricRequest("new_customers", new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 4)), Grain.All, ["tag:skin"], Unfiltered));
        answer.Rows.ToDictionary(row => row.By["tag:skin"], row => row.Value).ShouldBe(new Dictionary<string, decimal?> { ["dry"] = 2, ["none"] = 1, ["oily"] = 1 }, ignoreOrder: true);
        answer.Total.Value.ShouldBe(3);
        answer.Warnings.ShouldContain("slices_overlap");
        var narrowed = await warehouse.AskAsync(new MetricRequest(
            "new_customers", new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 4)), Grain.All, ["tag:skin"], new Dictionary<string, IReadOnlyList<string>> { ["tag:skin"] = ["dry"] }));
        narrowed.Rows.Single().Value.ShouldBe(2);
        narrowed.Warnings.ShouldNotContain("slices_overlap");
    }

    [Fact]
    public async Task Segment_ChangedOrOfAnotherScope_IsAnsweredAnew()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(demo.Engine);
        await warehouse.LoadRowsAsync("customers", null, "customer,joined_at,employee_id,city", "a,2026-01-01,e1,上海", "b,2026-01-02,e2,上海", "c,2026-01-03,e2,杭州");
        (await warehouse.Segments.SaveAsync("here", Rules("city: 上海"), Ct)).ShouldBeEmpty();
        var question = new MetricRequest(
            "new_customers", new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 4)), Grain.All, [], new Dictionary<string, IReadOnlyList<string>> { ["segment:here"] = ["in"] });
        var first = await warehouse.AskAsync(question);
        (first.Total.Value, first.Segments!.Single().Version).ShouldBe((2, 1));
        (await warehouse.AskAsync(question)).QueryId.ShouldBe(first.QueryId);

        (await warehouse.Segments.SaveAsync("here", Rules("city: 杭州"), Ct)).ShouldBeEmpty();
        var second = await warehouse.AskAsync(question);
        (second.Total.Value, second.Segments!.Single().Version).ShouldBe((1, 2));
        (await warehouse.Segments.VersionsAsync("here", Ct)).Select(version => (version.Version, version.Definition.Contains("上海"))).ShouldBe([(2, false), (1, true)]);

        (await warehouse.Queries.AnswerAsync(question, new AccessScope("e1's", ["e1"]), Ct)).Total.Value.ShouldBe(0);
        (await warehouse.Segments.SaveAsync("here", Rules("city: 上海"), Ct)).ShouldBeEmpty();
        (await warehouse.Queries.AnswerAsync(question, new AccessScope("e1's", ["e1"]), Ct)).Total.Value.ShouldBe(1);
        var asOf = await warehouse.Segments.AsOfAsync(Ct);
        (await warehouse.Segments.FindAsync("here", asOf, new AccessScope("e1's", ["e1"]), Ct))!.Size!.Customers.ShouldBe(1);
        (await warehouse.Segments.FindAsync("here", asOf, AccessScope.Company, Ct))!.Size!.Customers.ShouldBe(2);

        (await warehouse.Segments.RetireAsync("here", Ct)).ShouldBeTrue();
        (await Should.ThrowAsync<QuestionException>(() => warehouse.AskAsync(question))).Problem.Code.ShouldBe("unknown_segment");
        (await warehouse.Segments.SaveAsync("here", Rules("city: 上海"), Ct)).ShouldBeEmpty();
        (await warehouse.AskAsync(question)).Segments!.Single().Version.ShouldBe(5);
    }

    [Fact]
    public async Task Segment_OfAListAsKnownEarlier_HoldsWhoWasOnItThen()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(demo.Engine);
        await warehouse.LoadRowsAsync("customers", null, "customer,joined_at", "a,2026-01-01", "b,2026-01-01", "c,2026-01-10");
        await warehouse.LoadRowsAsync("list_members", null, "list,customer,added_at,removed_at", "guests,a,,", "guests,b,2026-01-05,2026-01-08");
        (await warehouse.Segments.SaveAsync("guests", Rules("list: guests"), Ct)).ShouldBeEmpty();
        async Task<decimal?> AsOfAsync(int day) => (await warehouse.AskAsync(new MetricRequest(
            "new_customers", new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 3)), Grain.All, [], new Dictionary<string, IReadOnlyList<string>> { ["segment:guests"] = ["in"] },
            AsOf: new DateOnly(2026, 1, day)))).Total.Value;
        (await AsOfAsync(5)).ShouldBe(1);
        (await AsOfAsync(6)).ShouldBe(2);
        (await AsOfAsync(8)).ShouldBe(2);
        (await AsOfAsync(9)).ShouldBe(1);
    }

    [Fact]
    public async Task AskedFromAnEarlierDay_AnswerSaysWhatIsAsToldLast()
    {
        var filters = new Dictionary<string, IReadOnlyList<string>> { ["segment:bargain_hunters"] = ["in"] };
        var question = new MetricRequest("new_customers", Whole, Grain.All, [], filters);
        (await demo.Warehouse.AskAsync(question)).Warnings.ShouldBeEmpty();
        (await demo.Warehouse.AskAsync(question with { AsOf = demo.Manifest.CompleteThrough.AddDays(-30) })).Warnings.ShouldBe(["told_last: tags"]);
    }

    [Fact]
    public async Task Explain_ByTierOfASegment_AddsUp()
    {
        var month = new DateOnly(demo.Manifest.CompleteThrough.Year, demo.Manifest.CompleteThrough.Month, 1).AddMonths(-3);
        var told = await demo.Warehouse.Explainer.ExplainAsync(
            new ExplainRequest(
                "relation_retention_d1", new DateRange(month, month.AddMonths(1)), new DateRange(month.AddMonths(-1), month), ["tier", "segment:adults"],
                new Dictionary<string, IReadOnlyList<string>> { ["segment:teens"] = ["out"] }, Owner: null, AsOf: null),
            AccessScope.Company, Ct);
        told.Dimensions.Select(dimension => dimension.Dimension).ShouldBe(["tier", "segment:adults"], ignoreOrder: true);
        told.Difference.ShouldNotBeNull();
        foreach (var dimension in told.Dimensions)
        {
            dimension.Effects.Total.ShouldBe(told.Difference.Value, dimension.Dimension);
            dimension.Members.Sum(member => member.Effect).ShouldBe(dimension.Effects.Rate + dimension.Effects.Mix, dimension.Dimension);
        }
    }

    [Theory]
    [InlineData("relation"), InlineData("repurchase")]
    public async Task CohortTable_OfASegmentByTier_OpensToWhatItCounted(string measure)
    {
        var question = new CohortRequest(
            new MetricRequest(measure, Whole, Grain.Quarter, ["tier"], new Dictionary<string, IReadOnlyList<string>> { ["segment:adults"] = ["in"] }),
            Grain.Month, [.. Enumerable.Range(0, 4).Select(age => new CohortAge(age, age))], AgeMode.Rolling, AgeCriterion.On);
        var table = await demo.Warehouse.Cohorts.AnswerAsync(question, AccessScope.Company, Ct);
        table.Segments!.Single().Name.ShouldBe("adults");
        table.PooledBy.Count.ShouldBeGreaterThan(3);
        foreach (var row in table.PooledBy)
        {
            foreach (var (cell, age) in row.Cells.Zip(question.Ages))
            {
                var opened = await demo.Warehouse.Cohorts.DrillAsync(new CohortDrillRequest(question, row.CohortStart, row.By, age, CellPart.Numerator, 0, 1_000_000), AccessScope.Company, Ct);
                opened.Count.ShouldBe(cell.Numerator ?? 0, $"{measure} {string.Join(',', row.By.Values)} at {cell.Age}");
                opened.Rows.Count.ShouldBe((int)opened.Count);
            }
        }
    }

    private async Task SameAsOpenedAsync(Metric metric, MetricRequest question, MetricRow row)
    {
        var where = $"{metric.Name} by {question.By[0]} of {string.Join(',', question.Filters.Keys)}: {row.Period:yyyy-MM} {string.Join(',', row.By.Values)}";
        var opened = await demo.Warehouse.Queries.DrillAsync(new DrillRequest(question, row.Period, row.By, CellPart.Numerator, Limit: 1), AccessScope.Company, CancellationToken.None);
        row.ShouldBeWhatItCounted(metric, CellPart.Numerator, opened, where);
    }

    private static string Rules(string rule) => $"label: {{ zh: 试, en: Try }}\nrules: {{ {rule} }}\n";
}

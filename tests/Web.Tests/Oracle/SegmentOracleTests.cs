using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Web.Tests.Oracle;

/// <summary>Rules, tiers and tags over many small companies must hold whom the oracle says they hold, alone and in every metric.</summary>
[Collection(CompanyTables.OneAtATime)]
public sealed class SegmentOracleTests(TestEngine engine)
{
    // ORACLE_COMPANIES asks more of them; a failure names the seed.
    private static readonly int Companies = int.Parse(Environment.GetEnvironmentVariable("ORACLE_COMPANIES") ?? "4", System.Globalization.CultureInfo.InvariantCulture);
    private const int Rules = 40;
    private static readonly Grain[] Grains = [Grain.Week, Grain.Month, Grain.Quarter, Grain.All];
    private static readonly string[] Splits = ["", "tier", "tag:skin", "channel", "employee", "segment:s2"];

    [Fact]
    public async Task Segment_AnyRulesOfAnyCompany_HoldsWhomTheOracleSays()
    {
        await using var tables = await CompanyTables.CreateAsync(engine);
        foreach (var seed in Enumerable.Range(1, Companies))
        {
            var (company, oracle, asOf, written, random) = await FillAsync(tables, seed);
            var sizes = await tables.Segments.SizesAsync(tables.Saved, asOf, AccessScope.Company, CancellationToken.None);
            foreach (var (segment, (rule, size)) in tables.Saved.Zip(written.Zip(sizes)))
            {
                var where = $"seed {seed}, as of {asOf:yyyy-MM-dd}: {rule.Yaml}";
                var expected = oracle.Known.Where(rule.Holds).ToList();
                (await InAsync(tables, segment, asOf)).ShouldBe(expected.Select(person => person.Id).Order(StringComparer.Ordinal), where);
                size.Customers.ShouldBe(expected.Count, where);
                size.InPool.ShouldBe(expected.Count(person => person.InPoolAtEndOf(asOf.AddDays(-1))), where);
                size.Pool.ShouldBe(oracle.Known.Count(person => person.InPoolAtEndOf(asOf.AddDays(-1))), where);
            }

            foreach (var metric in Services.Catalog.All.Where(metric => metric.Facts.AreOfCustomers))
                await CheckAsync(tables, company, oracle, metric, written, random, asOf, $"seed {seed}");
        }
    }

    // The company, its segments s1, s2 … and what the oracle knows of them.
    private static async Task<(Company, SegmentOracle, DateOnly AsOf, List<WrittenRule>, Random)> FillAsync(CompanyTables tables, int seed)
    {
        var random = new Random(seed);
        var company = new RandomCompany(seed).Make();
        var completeThrough = DateOnly.FromDateTime(RandomCompany.Start).AddDays(random.Next(100, 420));
        var asOf = random.Next(2) == 0 ? completeThrough.AddDays(1 - random.Next(0, 90)) : completeThrough.AddDays(1);
        await tables.FillAsync(company, completeThrough);
        var oracle = new SegmentOracle(company, asOf);
        var written = Enumerable.Range(0, Rules).Select(_ => oracle.Rule(random, 3)).ToList();
        tables.Saved.Clear();
        foreach (var rule in written)
        {
            var problems = new List<Problem>();
            var name = FormattableString.Invariant($"s{tables.Saved.Count + 1}");
            var segment = SegmentFile.Read(name, name, $"label: {{ zh: {name}, en: {name} }}\nrules: {rule.Yaml}", 1, problems);
            problems.ShouldBeEmpty(rule.Yaml);
            tables.Saved.Add(segment!);
        }

        return (company, oracle, asOf, written, random);
    }

    private static async Task<IEnumerable<string>> InAsync(CompanyTables tables, Segment segment, DateOnly asOf) =>
        (await tables.Segments.CustomersAsync(segment, asOf, AccessScope.Company, 0, 0, 10_000, CancellationToken.None)).Select(row => row.Customer).Order(StringComparer.Ordinal);

    private static async Task CheckAsync(
        CompanyTables tables, Company company, SegmentOracle segments, Metric metric, List<WrittenRule> written, Random random, DateOnly asOf, string seed)
    {
        var oracle = new MetricOracle(company, asOf.AddDays(-1), asOf)
        {
            PlacesOf = (person, dimension) => dimension switch
            {
                "tier" => [segments.TierOf(person)],
                "tag:skin" => segments.TagsOf(person, "skin"),
                _ => [segments.IsKnown(person) && written[int.Parse(dimension["segment:s".Length..], System.Globalization.CultureInfo.InvariantCulture) - 1].Holds(person) ? "in" : "out"],
            },
        };
        (string Dimension, string Value)[] filters = [("segment:s1", "in"), ("segment:s3", "out"), ("tier", "dormant"), ("tier", "none"), ("tag:skin", "oily"), ("tag:skin", "none")];
        var filter = filters[random.Next(filters.Length)];
        var split = Splits[random.Next(Splits.Length)];
        var from = DateOnly.FromDateTime(RandomCompany.Start).AddDays(random.Next(-10, 100));
        var owner = metric.Owners[random.Next(metric.Owners.Count)];
        var question = new MetricRequest(
            metric.Name, new DateRange(from, from.AddDays(random.Next(20, 400))), Grains[random.Next(Grains.Length)], split.Length == 0 ? [] : [split],
            new Dictionary<string, IReadOnlyList<string>> { [filter.Dimension] = [filter.Value] }, owner, asOf);
        var where = $"{seed}, {metric.Name}, {question.Range} {question.Grain}, by {split}, {filter}, {owner}, as of {asOf:yyyy-MM-dd}";

        var result = await tables.Queries.AnswerAsync(question, AccessScope.Company, CancellationToken.None);
        if (result.Warnings.Any(warning => warning.StartsWith("no_data", StringComparison.Ordinal)))
            return;
        Same(oracle.Cell(metric.Name, question.Range, owner, null, null, filter), result.Total, metric, question.Range, asOf, where + ", total");
        foreach (var row in result.Rows)
        {
            var days = question.Grain == Grain.All
                ? question.Range
                : new DateRange(row.Period!.Value, Periods.Add(row.Period.Value, question.Grain, 1)).Intersect(question.Range);
            var place = split.Length == 0 ? null : row.By[split];
            Same(oracle.Cell(metric.Name, days, owner, place is null ? null : split, place, filter), row, metric, days, asOf, $"{where}, {row.Period} {place}");
        }

        // What no row shows must be empty: slices that do not overlap account for everything.
        if (metric.IsAdditive && split != "tag:skin")
            result.Rows.Sum(row => row.Value ?? 0).ShouldBe(result.Total.Value ?? 0, where);
        var opened = result.Rows.Count == 0 ? result.Total : result.Rows[random.Next(result.Rows.Count)];
        var drilled = await tables.Queries.DrillAsync(new DrillRequest(question, opened.Period, opened.By, CellPart.Numerator, Limit: 10_000), AccessScope.Company, CancellationToken.None);
        drilled.Rows.Count.ShouldBe((int)drilled.Count, where);
        if (metric.Kind == MetricKind.Rate)
            drilled.Count.ShouldBe(opened.Numerator ?? 0, $"{where}, opened {opened.Period} {string.Join(',', opened.By.Values)}");
        else if (metric is { Kind: MetricKind.Stock } or { Aggregate: Aggregate.Count or Aggregate.Customers, Kind: MetricKind.Sum })
            drilled.Count.ShouldBe((long)(opened.Value ?? 0), $"{where}, opened {opened.Period} {string.Join(',', opened.By.Values)}");
        else if (metric is { Kind: MetricKind.Sum, Aggregate: Aggregate.Sum })
            drilled.Value.ShouldBe(opened.Value ?? 0, where);
    }

    private static void Same(OracleCell expected, MetricRow row, Metric metric, DateRange days, DateOnly asOf, string where)
    {
        if (days.From >= asOf)
            row.Value.ShouldBeNull(where);
        else if (metric.Kind == MetricKind.Rate)
            (row.Numerator ?? 0, row.Denominator ?? 0, row.Immature).ShouldBe((expected.Numerator, expected.Denominator, expected.Immature), where);
        else
            row.Value.ShouldBe(expected.Value, where);
    }
}

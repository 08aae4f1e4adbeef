using PrivateDomainBI.Core.Benchmarks;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Tests.Benchmarks;

public sealed class BenchmarkFileTests
{
    [Fact]
    public void Read_EveryIndustryOfTheRepository_HasNoProblem()
    {
        var files = Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "benchmarks"), "*.yaml");
        files.ShouldNotBeEmpty();
        foreach (var file in files)
        {
            var problems = new List<Problem>();
            BenchmarkFile.Read(file, File.ReadAllText(file), RepositoryFiles.Catalog, problems).ShouldNotBeNull().Benchmarks.ShouldNotBeEmpty();
            problems.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Read_OneValueOrAStretch_OfAnyPeriodOrOneLength()
    {
        var problems = new List<Problem>();
        var industry = BenchmarkFile.Read(
            "benchmarks/try.yaml",
            """
            label: { zh: 试, en: Try }
            source: { zh: 某处, en: somewhere }
            benchmarks:
              - { metric: cpl, from: 100, to: 200.5 }
              - { metric: group_gmv_per_store, value: 40000, grain: month, source: { zh: 别处, en: elsewhere } }
            """,
            RepositoryFiles.Catalog,
            problems);

        problems.ShouldBeEmpty();
        industry!.Name.ShouldBe("try");
        industry.Of("cpl", Grain.Week).ShouldBe(new Benchmark("cpl", 100, 200.5m, Grain: null, new Text("某处", "somewhere")));
        industry.Of("group_gmv_per_store", Grain.Month).ShouldBe(new Benchmark("group_gmv_per_store", 40_000, 40_000, Grain.Month, new Text("别处", "elsewhere")));
        // What a store takes in a month is no measure for its weeks, nor for all months together.
        industry.Of("group_gmv_per_store", Grain.Week).ShouldBeNull();
        industry.Of("group_gmv_per_store", Grain.All).ShouldBeNull();
        industry.Of("cpl", Grain.All).ShouldNotBeNull();
        industry.Of("gmv", Grain.Month).ShouldBeNull();
    }
}

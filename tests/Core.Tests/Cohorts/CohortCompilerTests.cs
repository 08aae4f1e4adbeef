using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Tests.Cohorts;

/// <summary>
/// The compiled SQL of every cohort measure, kept as files that a reviewer can read. Set UPDATE_GOLDEN=1 to write them
/// anew, then read the difference.
/// </summary>
public sealed class CohortCompilerTests
{
    private static readonly string Folder = Path.Combine(RepositoryFiles.Root, "tests", "Core.Tests", "Cohorts", "Golden");
    private static readonly Horizon Horizon = new(new DateOnly(2026, 6, 30), new DateOnly(2026, 7, 1));

    public static TheoryData<string, string> Questions
    {
        get
        {
            var questions = new TheoryData<string, string>();
            foreach (var measure in RepositoryFiles.Cohorts.All)
            {
                questions.Add(measure.Name, "rolling");
                questions.Add(measure.Name, "calendar");
            }

            questions.Add("active", "on_or_after");
            questions.Add("relation", "bracket");
            return questions;
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void Table_ByMonthAndChannel_IsTheGoldenSql(string name, string how) =>
        ShouldBeGolden($"{name}_{how}", CohortCompiler.Table(RepositoryFiles.Cohorts.Find(name)!, Question(name, how), AccessScope.Company, Horizon, since: null).Sql);

    [Theory]
    [InlineData("active")]
    [InlineData("first_order")]
    public void Table_WhereTheDataBeginLater_IsTheGoldenSql(string name) =>
        ShouldBeGolden($"{name}_since", CohortCompiler.Table(RepositoryFiles.Cohorts.Find(name)!, Question(name, "rolling"), AccessScope.Company, Horizon, new DateOnly(2026, 1, 5)).Sql);

    [Theory]
    [InlineData("relation")]
    [InlineData("first_order")]
    [InlineData("repurchase")]
    public void Survival_ByMonthAndChannel_IsTheGoldenSql(string name)
    {
        var measure = RepositoryFiles.Cohorts.Find(name)!;
        ShouldBeGolden($"{name}_survival", CohortCompiler.Survival(measure, measure.Early!, Question(name, "rolling"), AccessScope.Company, Horizon, since: null).Sql);
    }

    [Fact]
    public void EveryQuestion_OfAScopedAsker_IsLimitedToTheCustomersHerEmployeesOwnNow()
    {
        var scope = new AccessScope("E1", ["E1"]);
        foreach (var measure in RepositoryFiles.Cohorts.All)
        {
            var question = Question(measure.Name, "rolling");
            List<CompiledQuery> queries = [CohortCompiler.Table(measure, question, scope, Horizon, since: null)];
            if (measure.Early is { } early)
                queries.Add(CohortCompiler.Survival(measure, early, question, scope, Horizon, since: null));
            foreach (var part in new[] { CellPart.Numerator, CellPart.Denominator, CellPart.Immature, CellPart.Excluded })
            {
                var drill = new CohortDrillRequest(question, null, new Dictionary<string, string>(), question.Ages[1], part, 0, 10);
                queries.Add(CohortCompiler.Customers(measure, drill, scope, Horizon, since: null));
                queries.Add(CohortCompiler.Count(measure, drill, scope, Horizon, since: null));
            }

            foreach (var query in queries)
            {
                query.Sql.ShouldContain("IN {scope:Array(String)}");
                query.Parameters["scope"].ShouldBe(new[] { "E1" });
            }
        }
    }

    private static CohortRequest Question(string name, string how)
    {
        List<KeyValuePair<string, string>> parameters = [KeyValuePair.Create("by", "channel"), KeyValuePair.Create("ages", "2")];
        if (how == "calendar")
            parameters.Add(KeyValuePair.Create("mode", how));
        if (how == "on_or_after")
            parameters.Add(KeyValuePair.Create("criterion", how));
        if (how == "bracket")
            parameters = [KeyValuePair.Create("criterion", how), KeyValuePair.Create("brackets", "0,1-7"), KeyValuePair.Create("age", "day")];
        var (question, problems) = CohortRequestReader.Read(RepositoryFiles.Cohorts, name, parameters, Horizon.AsOf);
        problems.ShouldBeEmpty();
        return question!;
    }

    private static void ShouldBeGolden(string name, string sql)
    {
        var path = Path.Combine(Folder, name + ".sql");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(path, sql + "\n");
        }

        File.ReadAllText(path).ShouldBe(sql + "\n", $"{name} compiles differently; if that is meant, run with UPDATE_GOLDEN=1");
    }
}

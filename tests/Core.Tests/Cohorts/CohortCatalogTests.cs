using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Core.Tests.Cohorts;

public sealed class CohortCatalogTests
{
    private static readonly SqlText Model = new("models/people.sql", "/* ---\ngrain: customer\nsource: people\nchannel: channel\nowners: { acquirer: a, now: b, at_event: c }\n--- */\nSELECT 1");

    [Fact]
    public void Read_TheFilesOfTheProduct_AreFourMeasuresWithoutProblems()
    {
        RepositoryFiles.Cohorts.Problems.ShouldBeEmpty();
        RepositoryFiles.Cohorts.Names.ShouldBe(["relation", "active", "first_order", "repurchase"]);
        RepositoryFiles.Cohorts.All.Where(measure => measure.Early is not null).Select(measure => measure.Name).ShouldBe(["relation", "first_order", "repurchase"]);
    }

    [Fact]
    public void Read_BadFile_TellsEverythingWithItsLine_AndTheGoodOneStays()
    {
        const string Bad =
            """
            /* ---
            label: { zh: 坏, en: Bad }
            kind: states
            facts: person
            cohort: day
            criteria: [on_or_after, onn]
            among_whom: true
            owners: [acquirer]
            needs: [orders]
            because: { numerator: { zh: 因, en: because } }
            doc: { zh: 说, en: words }
            --- */
            day < until_day
            """;
        var catalog = CohortCatalog.Read([Model, new SqlText("cohorts/bad.sql", Bad), new SqlText("cohorts/good.sql", Good("good"))]);

        catalog.Names.ShouldBe(["good"]);
        catalog.Problems.ShouldAllBe(problem => problem.File == "cohorts/bad.sql" && problem.Line > 0);
        catalog.Problems.Select(problem => problem.Message).ShouldSatisfyAllConditions(
            told => told.ShouldContain(message => message.Contains("'kind' must be one of state, activity, cumulative")),
            told => told.ShouldContain(message => message.Contains("unknown facts 'person'; did you mean people")),
            told => told.ShouldContain(message => message.Contains("unknown criterion 'onn'; did you mean on")),
            told => told.ShouldContain(message => message.Contains("'criteria' must name on")),
            told => told.ShouldContain(message => message.Contains("'reads' must name")),
            told => told.ShouldContain(message => message.Contains("unknown key 'among_whom'; did you mean among")),
            told => told.ShouldContain(message => message.Contains("opens_day and until_day")));
    }

    [Fact]
    public void Read_CumulativeMeasureOnOrAfter_IsRefused() =>
        CohortCatalog.Read([Model, new SqlText("cohorts/x.sql", Good("x").Replace("kind: state", "kind: cumulative", StringComparison.Ordinal))])
            .Problems.Single().Message.ShouldContain("on_or_after");

    private static string Good(string name) =>
        $$"""
        /* ---
        label: { zh: 好, en: {{name}} }
        kind: state
        facts: people
        cohort: joined
        criteria: [on, on_or_after]
        reads: [joined]
        owners: [acquirer]
        needs: [orders]
        because: { numerator: { zh: 因, en: because } }
        doc: { zh: 说, en: words }
        --- */
        joined BETWEEN opens_day AND until_day
        """;
}

using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Web.Cohorts;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Tests.Cohorts;

public sealed partial class CohortViewsTests
{
    private static readonly DateOnly October = new(2026, 10, 1);
    private static readonly Reader English = new(Reader.English, "light");
    private static readonly Reader Chinese = new(Reader.Chinese, "light");

    // October is mature at age 0, partly at 1 with an early reading, not at all at 2.
    private static readonly CohortCell[] Cells =
    [
        new("0", 0.9m, 90, 100, 0.85m, 0.95m, 0, new DateOnly(2026, 10, 31), null, []),
        new("1", 0.5m, 10, 20, 0.3m, 0.7m, 80, new DateOnly(2026, 11, 30), new EarlyRead(0.4m, 0.35m, 0.46m, 20), ["below_min_n"]),
        new("2", null, 0, 0, null, null, 100, new DateOnly(2026, 12, 31), null, []),
    ];

    [Fact]
    public void Map_CellThatIsNotMature_HasNoValueAndSaysWhen()
    {
        var waiting = Views(Chinese).Map().Rows[1].Cells[2];
        (waiting.Text, waiting.Level, waiting.Hatched).ShouldBe(("—", null, true));
        waiting.Title.ShouldContain("2026年12月31日 成熟");
        waiting.Link.ShouldNotBeNull().ShouldContain("part=immature");
    }

    [Fact]
    public void Map_CellThatIsPartlyMature_ShowsTheMatureAndCallsTheEstimateOne()
    {
        var partly = Views(Chinese).Map().Rows[1].Cells[1];
        (partly.Text, partly.Hatched, partly.Small, partly.Estimate).ShouldBe(("50.0%", true, true, "估计 40.0%"));
        partly.Title.ShouldContain("Kaplan–Meier 估计 40.0%（95% 区间 35.0%–46.0%");
        partly.Link.ShouldNotBeNull().ShouldContain("cohortStart=2026-10-01&at=1&part=numerator");
        Views(English).Map().Rows[1].Cells[1].Estimate.ShouldBe("est. 40.0%");
    }

    [Fact]
    public void Map_PooledRow_StandsFirstAndShadesFollowTheValues()
    {
        var rows = Views(English).Map().Rows;
        rows.Select(row => row.Pooled).ShouldBe([true, false]);
        rows[1].Size.ShouldBe("n = 100");
        rows[1].Provisional.ShouldBeTrue();
        rows[1].Cells[0].Level.ShouldNotBeNull().ShouldBeGreaterThan(rows[1].Cells[1].Level.ShouldNotBeNull());
    }

    [Fact]
    public void Curve_EstimateIsNamedAndBanded_AndImmatureIsHollowAndDashed()
    {
        var curve = Views(English).Curve(staleSince: null);
        var json = curve.Option.ToJson();
        var names = curve.Option.Json["series"]!.AsArray().Select(series => series!["name"]?.ToString()).OfType<string>();
        names.ShouldBe(["Pooled (estimate)", "Oct 2026", "Pooled"]);
        json.ShouldContain("\"stack\":\"estimate\"");
        json.ShouldContain("emptyCircle");
        json.ShouldContain("dashed");
        curve.Note.ShouldContain("estimate (Kaplan");
    }

    [Theory]
    [InlineData("?criterion=on&brackets=0,1-7&ages=3", AgeCriterion.On, "0,1,2,3")]
    [InlineData("?criterion=bracket&age=day&ages=3", AgeCriterion.Bracket, "0,1-7,8-30,31-60,61-90")]
    [InlineData("?criterion=on_or_after&owner=at_event&by=&ages=2", AgeCriterion.On, "0,1,2")]
    public void Question_ChoicesThatDoNotGoTogether_GiveWay(string address, AgeCriterion criterion, string ages)
    {
        var (question, problems) = CohortQuestion.Read(Services.Cohorts, Services.Cohorts.Find("first_order")!, Query(address), new DateOnly(2026, 11, 25));
        problems.ShouldBeEmpty();
        question.Criterion.ShouldBe(criterion);
        string.Join(',', question.Ages.Select(age => age.Name)).ShouldBe(ages);
    }

    [Fact]
    public void Question_ThatCannotBeRead_IsToldAndTheDefaultAnswered()
    {
        var (question, problems) = CohortQuestion.Read(Services.Cohorts, Services.Cohorts.Find("active")!, Query("?mode=fast&colour=red"), new DateOnly(2026, 11, 25));
        problems.Select(problem => problem.Code).ShouldBe(["unknown_parameter", "unknown_mode"]);
        (question.Mode, question.AgeGrain).ShouldBe((AgeMode.Rolling, Grain.Week));
    }

    [Fact]
    public void EveryText_IsInBothLanguagesWithTheSamePlaces()
    {
        var all = typeof(CohortWords).GetFields(BindingFlags.Static | BindingFlags.Public).Where(field => field.FieldType == typeof(Text))
            .Select(field => (field.Name, Text: (Text)field.GetValue(null)!)).ToList();
        all.Count.ShouldBeGreaterThan(40);
        all.ShouldAllBe(entry => !Han().IsMatch(entry.Text.En) && Places(entry.Text.Zh).SequenceEqual(Places(entry.Text.En)));
    }

    private static CohortViews Views(Reader reader)
    {
        var nothing = new Dictionary<string, string>();
        var measure = Services.Cohorts.Find("relation")!;
        var members = new MetricRequest("relation", new DateRange(October, new DateOnly(2026, 11, 1)), Grain.Month, [], new Dictionary<string, IReadOnlyList<string>>());
        var question = new CohortRequest(members, Grain.Month, [new CohortAge(0, 0), new CohortAge(1, 1), new CohortAge(2, 2)], AgeMode.Rolling, AgeCriterion.On);
        var result = new CohortResult(
            measure.Info, new CohortRange(October, new DateOnly(2026, 11, 1), Grain.Month, Grain.Month, AgeMode.Rolling, AgeCriterion.On, "Asia/Shanghai"),
            new DateOnly(2026, 11, 1), new DateOnly(2026, 10, 31), 1, "company", "acquirer",
            [new CohortRow(October, nothing, nothing, 100, Provisional: true, Cells)],
            new CohortRow(null, nothing, nothing, 100, Provisional: true, Cells),
            [], new Estimators(new Estimator("a", measure.Members.Doc), new Estimator("b", measure.Members.Doc), null), [], "", null, "", 0);
        return new CohortViews(result, question, reader);
    }

    private static QueryCollection Query(string address) =>
        new(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address).ToDictionary(pair => pair.Key, pair => new StringValues(pair.Value.ToArray())));

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Han();

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}

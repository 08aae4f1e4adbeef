using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PrivateDomainBI.Web.Tests.Proofs;

namespace PrivateDomainBI.Web.Tests.Scorecards;

// The scorecards of the demo company over HTTP, against its own targets file, the API's answers about one member alone, and
// arithmetic written here again.
[Collection(DemoServerProofs.Name)]
public sealed class ScorecardApiTests(DemoServer server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // The open month, the one before it, and one whose conversions are all mature.
    public static TheoryData<string, int> Questions => new()
    {
        { "employee", 0 }, { "employee", 1 }, { "employee", 4 }, { "org_unit", 0 }, { "org_unit", 4 }, { "company", 1 }, { "company", 4 },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Scorecards_OfTheDemoCompany_AreItsTargetsBesideTheNumbersOfEachAlone(string kind, int monthsAgo)
    {
        var targets = await TargetsAsync();
        var period = targets.Select(row => row.Period).Distinct().OrderDescending(StringComparer.Ordinal).ElementAt(monthsAgo);
        var answer = await GetAsync($"scorecards?scope={kind}&period={period}");

        var expected = targets.Where(row => row.Scope == kind && row.Period == period).ToList();
        var cards = answer.GetProperty("cards").EnumerateArray().ToList();
        cards.Select(Id).ShouldBe(expected.Select(row => row.Id).Distinct(), ignoreOrder: true);
        expected.Count.ShouldBeGreaterThan(2);
        answer.GetProperty("dataVersion").GetUInt64().ShouldBeGreaterThan(0UL);
        answer.GetProperty("scope").GetString().ShouldBe("company");
        foreach (var card in cards)
            CheckScore(card, [.. expected.Where(row => row.Id == Id(card))]);

        // Each number is what the API says of the member alone; enough of them to meet every kind of metric and level.
        var from = DateOnly.ParseExact(period, "yyyy-MM", CultureInfo.InvariantCulture);
        foreach (var card in cards.Where((_, index) => index % Math.Max(1, cards.Count / 6) == 0))
        {
            foreach (var line in card.GetProperty("targets").EnumerateArray())
            {
                var filter = kind == "company" ? "" : $"&filter={(kind == "org_unit" ? card.GetProperty("level").GetString() : kind)}:{Id(card)}";
                var alone = (await GetAsync($"metrics/{line.GetProperty("metric").GetString()}?grain=all&from={Day(from)}&to={Day(from.AddMonths(1))}{filter}")).GetProperty("total");
                Value(line).ShouldBe(Value(alone), $"{Id(card)} {line}");
                foreach (var name in new[] { "immature", "provisional" })
                    line.GetProperty(name).GetRawText().ShouldBe(alone.GetProperty(name).GetRawText(), $"{Id(card)} {line}");
            }
        }
    }

    [Fact]
    public async Task Scorecards_OfOneMonth_RankLikeWithLikeAndNobodyWithoutKpis()
    {
        var period = (await TargetsAsync()).Select(row => row.Period).Distinct().OrderDescending(StringComparer.Ordinal).ElementAt(4);
        var answers = new[] { await GetAsync($"scorecards?scope=employee&period={period}"), await GetAsync($"scorecards?scope=org_unit&period={period}") };

        foreach (var cards in answers.Select(answer => answer.GetProperty("cards").EnumerateArray().ToList()))
        {
            var ranked = cards.Where(card => card.GetProperty("rank").ValueKind == JsonValueKind.Number).ToList();
            foreach (var group in ranked.GroupBy(Likeness))
            {
                group.Count().ShouldBeGreaterThan(1);
                group.ShouldAllBe(card => card.GetProperty("among").GetInt32() == group.Count());
                group.ShouldAllBe(card => card.GetProperty("rank").GetInt32() == 1 + group.Count(other => Adjusted(other) > Adjusted(card)));
            }

            foreach (var card in ranked)
            {
                Id(card).ShouldNotStartWith("moc");
                card.GetProperty("targets").EnumerateArray().Where(line => line.GetProperty("unit").GetString() == "ratio" && line.GetProperty("counted").ValueKind == JsonValueKind.Number)
                    .ShouldAllBe(line => line.GetProperty("n").GetInt64() >= 30);
            }

            cards.Except(ranked).ShouldAllBe(card => card.GetProperty("reason").ValueKind == JsonValueKind.String);
        }

        answers[0].GetProperty("cards").EnumerateArray().Count(card => card.GetProperty("rank").ValueKind == JsonValueKind.Number).ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Scorecards_OfOneMember_AreHersWithHerPlaceAmongAll()
    {
        var all = await GetAsync("scorecards?scope=employee");
        var card = all.GetProperty("cards")[0];

        var one = await GetAsync($"scorecards?scope=employee&id={Id(card)}");

        one.GetProperty("cards").EnumerateArray().Single().GetRawText().ShouldBe(card.GetRawText());
    }

    [Theory]
    [InlineData("period=2026-13", "unknown_period", "2026-11, 2026-Q4, 2026-W46 or 2026")]
    [InlineData("scope=employe", "unknown_scope", "did you mean employee")]
    [InlineData("scopes=employee", "unknown_parameter", "did you mean scope")]
    [InlineData("scope=employee&id=nobody", "unknown_member", "did you mean e")]
    [InlineData("scope=channel", "no_targets", "targets are set for 20")]
    public async Task Scorecards_WrongQuestion_IsRefusedWithTheNearestNames(string question, string code, string words)
    {
        using var response = await server.Client.GetAsync($"/api/v1/scorecards?{question}", Ct);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("detail").GetString()!.ShouldContain(words);
    }

    // The parts of a distance are the members' numbers alone less their targets, and what is left is named.
    [Theory]
    [InlineData("new_customers", "employee", "employee")]
    [InlineData("net_sales", "region", "org_unit")]
    public async Task Explain_AgainstTheTarget_AddsUpAndIsEachMembersOwn(string metric, string by, string kind)
    {
        var targets = (await TargetsAsync()).Where(row => row.Metric == metric).ToList();
        var period = targets.Select(row => row.Period).Distinct().OrderDescending(StringComparer.Ordinal).ElementAt(2);
        var from = DateOnly.ParseExact(period, "yyyy-MM", CultureInfo.InvariantCulture);

        var gap = await GetAsync($"metrics/{metric}/explain?vs=target&period={period}&by={by}");
        var split = await GetAsync($"metrics/{metric}?grain=all&by={by}&from={Day(from)}&to={Day(from.AddMonths(1))}");

        var values = split.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("by").GetProperty(by).GetString()!, row => row.GetProperty("value").GetDecimal());
        var own = targets.Where(row => row.Scope == kind && row.Period == period).ToDictionary(row => row.Id, row => row.Value);
        var members = gap.GetProperty("members").EnumerateArray().ToList();
        members.Count.ShouldBeGreaterThan(7);
        foreach (var member in members)
            member.GetProperty("gap").GetDecimal().ShouldBe(values.GetValueOrDefault(Id(member)) - own[Id(member)]);
        var total = split.GetProperty("total").GetProperty("value").GetDecimal() - targets.Single(row => row.Scope == "company" && row.Period == period).Value;
        gap.GetProperty("total").GetProperty("gap").GetDecimal().ShouldBe(total);
        (members.Sum(member => member.GetProperty("effect").GetDecimal()) + gap.GetProperty("withoutTarget").GetDecimal() + gap.GetProperty("targetsDiffer").GetDecimal()).ShouldBe(total);
        gap.GetProperty("withoutTarget").GetDecimal().ShouldBe(values.Where(value => members.TrueForAll(member => Id(member) != value.Key)).Sum(value => value.Value));
    }

    // A rate is made of its members by how many customers each has: who has nobody takes nothing away.
    [Theory]
    [InlineData("employee", "employee")]
    [InlineData("region", "org_unit")]
    public async Task Explain_ARateAgainstTheTarget_AddsUpAndWeighsMembersByTheirCustomers(string by, string kind)
    {
        var targets = (await TargetsAsync()).Where(row => row.Metric == "first_order_conv").ToList();
        var period = targets.Select(row => row.Period).Distinct().OrderDescending(StringComparer.Ordinal).ElementAt(3);
        var from = DateOnly.ParseExact(period, "yyyy-MM", CultureInfo.InvariantCulture);

        var gap = await GetAsync($"metrics/first_order_conv/explain?vs=target&period={period}&by={by}");
        var split = await GetAsync($"metrics/first_order_conv?grain=all&by={by}&from={Day(from)}&to={Day(from.AddMonths(1))}");

        var rows = split.GetProperty("rows").EnumerateArray().ToDictionary(
            row => row.GetProperty("by").GetProperty(by).GetString()!, row => (Of: row.GetProperty("denominator").GetDecimal(), Counted: row.GetProperty("numerator").GetDecimal()));
        var own = targets.Where(row => row.Scope == kind && row.Period == period).ToDictionary(row => row.Id, row => row.Value);
        var company = targets.Single(row => row.Scope == "company" && row.Period == period).Value;
        var all = rows.Values.Sum(row => row.Of);
        var members = gap.GetProperty("members").EnumerateArray().ToList();
        members.Count.ShouldBeGreaterThan(7);
        foreach (var member in members)
        {
            var row = rows.GetValueOrDefault(Id(member));
            member.GetProperty("effect").GetDecimal().ShouldBe((row.Counted - (row.Of * own[Id(member)])) / all, 0.000001m);
            member.GetProperty("gap").ValueKind.ShouldBe(row.Of == 0 ? JsonValueKind.Null : JsonValueKind.Number);
        }

        var without = rows.Where(row => members.TrueForAll(member => Id(member) != row.Key)).Sum(row => row.Value.Counted - (row.Value.Of * company)) / all;
        gap.GetProperty("withoutTarget").GetDecimal().ShouldBe(without, 0.000001m);
        var total = split.GetProperty("total").GetProperty("value").GetDecimal() - company;
        gap.GetProperty("total").GetProperty("gap").GetDecimal().ShouldBe(total);
        (members.Sum(member => member.GetProperty("effect").GetDecimal()) + gap.GetProperty("withoutTarget").GetDecimal() + gap.GetProperty("targetsDiffer").GetDecimal()).ShouldBe(total);
    }

    [Theory]
    [InlineData("buyers/explain?vs=target&period=2026-10", "not_additive")]
    [InlineData("inter_purchase_days/explain?vs=target&period=2026-10", "not_additive")]
    [InlineData("net_sales/explain?vs=target&period=soon", "unknown_period")]
    [InlineData("net_sales/explain?vs=target&period=2019-10", "no_targets")]
    [InlineData("net_sales/explain?vs=target&period=2026-10&by=campaign", "unknown_dimension")]
    public async Task Explain_AgainstNoTarget_IsRefused(string question, string code)
    {
        using var response = await server.Client.GetAsync($"/api/v1/metrics/{question}", Ct);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString().ShouldBe(code);
    }

    // The last month with targets is never 37 days old, and then nothing can be said about who is to blame.
    [Fact]
    public async Task Explain_ARateThatNobodyIsMatureFor_SaysWhenItWillBe()
    {
        var period = (await TargetsAsync()).Select(row => row.Period).Max(StringComparer.Ordinal)!;

        using var response = await server.Client.GetAsync($"/api/v1/metrics/first_order_conv/explain?vs=target&period={period}", Ct);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
        problem.GetProperty("code").GetString().ShouldBe("immature");
        problem.GetProperty("detail").GetString()!.ShouldMatch("none of [0-9]+ customers is mature; all are by 20[0-9-]{8}");
    }

    // A period that is a period but for which nothing is set is an answer without cards, not a mistake.
    [Fact]
    public async Task Scorecards_PeriodWithoutTargets_AreNone()
    {
        var answer = await GetAsync("scorecards?scope=employee&period=2019-W05");

        answer.GetProperty("cards").GetArrayLength().ShouldBe(0);
        answer.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()).ShouldBe(["no_targets"]);
    }

    // Σ weight × min(value ÷ target, 150 %) ÷ Σ weight of what has a value; all three metrics of the demo company go up.
    private static void CheckScore(JsonElement card, IReadOnlyList<TargetRow> targets)
    {
        var (sum, weight, open) = (0m, 0m, 0m);
        foreach (var row in targets)
        {
            var line = card.GetProperty("targets").EnumerateArray().Single(line => line.GetProperty("metric").GetString() == row.Metric);
            line.GetProperty("target").GetDecimal().ShouldBe(row.Value);
            var value = line.GetProperty("value");
            if (value.ValueKind == JsonValueKind.Null)
            {
                line.GetProperty("attainment").ValueKind.ShouldBe(JsonValueKind.Null);
                line.GetProperty("why").GetString().ShouldNotBeNullOrEmpty();
                open += row.Weight ?? 0;
                continue;
            }

            var attainment = value.GetDecimal() / row.Value;
            line.GetProperty("attainment").GetDecimal().ShouldBe(attainment, 0.000001m);
            line.GetProperty("gap").GetDecimal().ShouldBe(value.GetDecimal() - row.Value);
            sum += (row.Weight ?? 0) * Math.Min(attainment, 1.5m);
            weight += row.Weight ?? 0;
        }

        card.GetProperty("partial").GetBoolean().ShouldBe(open > 0);
        card.GetProperty("scoredWeight").GetDecimal().ShouldBe(weight);
        if (weight > 0)
            card.GetProperty("score").GetDecimal().ShouldBe(sum / weight, 0.000002m);
        else
            card.GetProperty("score").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static string Id(JsonElement card) => card.GetProperty("id").GetString()!;

    private static decimal? Value(JsonElement cell) => cell.GetProperty("value") is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;

    private static decimal Adjusted(JsonElement card) => card.GetProperty("adjustedScore").GetDecimal();

    private static string Likeness(JsonElement card) => card.GetProperty("level").GetString() + string.Concat(
        card.GetProperty("targets").EnumerateArray().Where(line => line.GetProperty("weight").ValueKind == JsonValueKind.Number)
            .Select(line => $"|{line.GetProperty("metric")} {line.GetProperty("counted").ValueKind}"));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<JsonElement> GetAsync(string question) => await server.Client.GetFromJsonAsync<JsonElement>($"/api/v1/{question}", Ct);

    // The file the server loaded, read as plain text; the later of two rows with one key counts, and broken rows are left out.
    private async Task<List<TargetRow>> TargetsAsync()
    {
        var file = Directory.EnumerateFiles(server.DataDirectory, "targets.csv", SearchOption.AllDirectories).First();
        var lines = await File.ReadAllLinesAsync(file, Ct);
        var head = lines[0].TrimStart('\uFEFF').Split(',').ToList();
        var rows = new Dictionary<string, TargetRow>(StringComparer.Ordinal);
        foreach (var cells in lines.Skip(1).Select(line => line.Split(',')))
        {
            string Cell(string name) => head.IndexOf(name) is var at and >= 0 && at < cells.Length ? cells[at] : "";
            if (!decimal.TryParse(Cell("value"), CultureInfo.InvariantCulture, out var value) || !DateOnly.TryParseExact(Cell("period"), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) || Cell("scope_id").Length == 0)
                continue;
            decimal? weight = decimal.TryParse(Cell("weight"), CultureInfo.InvariantCulture, out var known) ? known : null;
            rows[$"{Cell("scope")}|{Cell("scope_id")}|{Cell("metric")}|{Cell("period")}"] = new TargetRow(Cell("scope"), Cell("scope_id"), Cell("metric"), Cell("period"), value, weight);
        }

        return [.. rows.Values];
    }

    private sealed record TargetRow(string Scope, string Id, string Metric, string Period, decimal Value, decimal? Weight);
}

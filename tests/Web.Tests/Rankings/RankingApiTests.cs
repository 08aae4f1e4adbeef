using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PrivateDomainBI.Core.Statistics;
using PrivateDomainBI.Web.Tests.Proofs;

namespace PrivateDomainBI.Web.Tests.Rankings;

// The ranking of the demo company over HTTP, against the answer it ranks and the statistics it claims.
[Collection(DemoServerProofs.Name)]
public sealed class RankingApiTests(DemoServer server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("relation_retention_d1", "employee")]
    [InlineData("first_order_conv", "store")]
    [InlineData("repurchase_3m", "region")]
    public async Task Ranking_OfARate_IsTheAnswerInTheOrderOfItsShrunkenRates(string metric, string by)
    {
        var ranking = await GetAsync($"{metric}/ranking?by={by}&from=2026-01-01&to=2026-07-01");
        var answer = await GetAsync($"{metric}?by={by}&from=2026-01-01&to=2026-07-01&grain=all");

        var own = answer.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("by").GetProperty(by).GetString()!);
        var members = ranking.GetProperty("members").EnumerateArray().ToList();
        members.Select(member => member.GetProperty("id").GetString()).ShouldBe(own.Keys, ignoreOrder: true);
        foreach (var member in members)
        {
            var row = own[member.GetProperty("id").GetString()!];
            foreach (var (mine, its) in new[] { ("value", "value"), ("numerator", "numerator"), ("n", "denominator"), ("low", "low"), ("high", "high") })
                member.GetProperty(mine).GetRawText().ShouldBe(row.GetProperty(its).GetRawText(), $"{member} {mine}");
        }

        var prior = EmpiricalBayes.Fit(members.Where(member => Reason(member) is not ("unattributed" or "without_kpis")).Select(Tally))!;
        ranking.GetProperty("group").GetProperty("mean").GetDouble().ShouldBe(prior.Mean, 1e-6);
        var ranked = members.Where(member => member.GetProperty("ranked").GetBoolean()).ToList();
        ranked.Count.ShouldBeGreaterThan(5);
        ranked.ShouldAllBe(member => member.GetProperty("n").GetInt64() >= 30);
        ranked.Select(member => member.GetProperty("id").GetString()).ShouldBe(
            ranked.OrderByDescending(member => Math.Round(prior.Shrink(Tally(member)).Mean, 6)).ThenBy(member => member.GetProperty("id").GetString(), StringComparer.Ordinal)
                .Select(member => member.GetProperty("id").GetString()));
        members.Where(member => member.GetProperty("n").GetInt64() < 30).ShouldAllBe(member => !member.GetProperty("ranked").GetBoolean() && Reason(member) != null);
    }

    [Theory]
    [InlineData("employee")]
    [InlineData("dept")]
    [InlineData("team")]
    public async Task Ranking_UnitsWithoutKpis_HaveNoPlace(string by)
    {
        var ranking = await GetAsync($"new_customers/ranking?by={by}");

        var apart = ranking.GetProperty("members").EnumerateArray().Where(member => member.GetProperty("id").GetString()!.StartsWith("moc", StringComparison.Ordinal)).ToList();
        apart.ShouldAllBe(member => !member.GetProperty("ranked").GetBoolean());
        ranking.GetProperty("members").EnumerateArray().Count(member => member.GetProperty("ranked").GetBoolean()).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("aov/ranking", "one_dimension")]
    [InlineData("aov/ranking?by=store,region", "one_dimension")]
    [InlineData("aov/ranking?by=shop", "unknown_dimension")]
    [InlineData("aov/ranking?by=store&grain=week", "unknown_parameter")]
    public async Task Ranking_WrongQuestion_IsRefused(string question, string code)
    {
        using var response = await server.Client.GetAsync($"/api/v1/metrics/{question}", Ct);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString().ShouldBe(code);
    }

    private static Tally Tally(JsonElement member) => new(member.GetProperty("numerator").GetInt64(), member.GetProperty("n").GetInt64());

    private static string? Reason(JsonElement member) => member.GetProperty("reason").GetString();

    private async Task<JsonElement> GetAsync(string question) => await server.Client.GetFromJsonAsync<JsonElement>($"/api/v1/metrics/{question}", Ct);
}

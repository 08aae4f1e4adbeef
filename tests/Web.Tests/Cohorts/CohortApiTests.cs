using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PrivateDomainBI.Web.Tests.Proofs;

namespace PrivateDomainBI.Web.Tests.Cohorts;

// The table and its cells over HTTP, as a script would ask.
[Collection(DemoServerProofs.Name)]
public sealed class CohortApiTests(DemoServer server)
{
    [Theory]
    [InlineData("relation", "age=week&ages=4")]
    [InlineData("active", "age=day&criterion=bracket&brackets=1-7,8-30")]
    [InlineData("first_order", "mode=calendar&ages=3&by=channel")]
    [InlineData("repurchase", "age=quarter&ages=3&filter=channel:douyin")]
    public async Task Table_EveryCellOfARow_OpensToItsCount(string measure, string question)
    {
        var table = await GetAsync($"/api/v1/cohorts/{measure}?{question}");
        table.GetProperty("estimators").GetProperty("pooled").GetProperty("name").GetString().ShouldBe("pooled");
        table.GetProperty("sql").GetString().ShouldNotBeNull().ShouldContain("FROM customer_facts");
        var row = table.GetProperty("cohorts")[3];
        var place = string.Concat(row.GetProperty("by").EnumerateObject().Select(by => $"&filter={by.Name}:{by.Value.GetString()}"));
        foreach (var cell in row.GetProperty("cells").EnumerateArray())
        {
            foreach (var part in new[] { "numerator", "denominator", "immature" })
            {
                var opened = await GetAsync(
                    $"/api/v1/cohorts/{measure}/customers?{question}{place}&cohortStart={row.GetProperty("cohortStart").GetString()}&at={cell.GetProperty("age").GetString()}&part={part}&limit=1");
                opened.GetProperty("count").GetInt64().ShouldBe(cell.GetProperty(part).GetInt64(), $"{cell} {part}");
            }
        }
    }

    [Fact]
    public async Task Table_WhatIsUnknown_IsRefusedWithTheNearestName()
    {
        var (missing, unknown) = await RefusedAsync("/api/v1/cohorts/relations");
        missing.ShouldBe(HttpStatusCode.NotFound);
        unknown.ShouldContain("did you mean relation");
        var (bad, wrong) = await RefusedAsync("/api/v1/cohorts/relation?critrion=on&grain=month");
        bad.ShouldBe(HttpStatusCode.BadRequest);
        wrong.ShouldContain("did you mean criterion");
        wrong.ShouldContain("unknown parameter 'grain'");
        (await RefusedAsync("/api/v1/cohorts/relation/customers?at=99")).Detail.ShouldContain("'at' must be one of");
        (await RefusedAsync("/api/v1/cohorts/active?age=quarter&mode=calendar")).Detail.ShouldContain("known for 90 days");
    }

    private async Task<JsonElement> GetAsync(string address) => await server.Client.GetFromJsonAsync<JsonElement>(address, TestContext.Current.CancellationToken);

    private async Task<(HttpStatusCode Status, string Detail)> RefusedAsync(string address)
    {
        using var response = await server.Client.GetAsync(address, TestContext.Current.CancellationToken);
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("detail").GetString() ?? "");
    }
}

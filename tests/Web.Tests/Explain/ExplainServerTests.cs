using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using PrivateDomainBI.Web.Tests.Proofs;

namespace PrivateDomainBI.Web.Tests.Explain;

// “Why it moved” as a program and a browser ask for it.
[Collection(DemoServerProofs.Name)]
public sealed partial class ExplainServerTests(DemoServer server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("relation_retention_d1")]
    [InlineData("net_sales")]
    [InlineData("buyers")]
    [InlineData("aov")]
    [InlineData("pool_size")]
    public async Task Explain_WithoutParameters_TellsTheLastMonthBestDimensionFirst(string metric)
    {
        var told = await server.Client.GetFromJsonAsync<JsonElement>($"/api/v1/metrics/{metric}/explain", Ct);

        told.GetProperty("state").GetString().ShouldBe("explained");
        var (later, earlier, reported) = (Cell(told, "later"), Cell(told, "earlier"), Cell(told, "reported"));
        var effects = told.GetProperty("effects");
        told.GetProperty("change").GetDecimal().ShouldBe(later - earlier);
        (Number(effects, "rate") + Number(effects, "mix") + Number(effects, "overlap") + Number(effects, "maturity") + Number(effects, "restatement"))
            .ShouldBe(later - reported);
        told.GetProperty("dimensions").EnumerateArray().Select(dimension => Number(dimension, "standsOut")).ShouldBeInOrder(SortDirection.Descending);
        var sentence = told.GetProperty("sentences")[0];
        sentence.GetProperty("zh").GetString().ShouldEndWith("。");
        sentence.GetProperty("en").GetString().ShouldEndWith(".");
    }

    [Theory]
    [InlineData("net_sales/explain?grain=month", HttpStatusCode.BadRequest, "unknown_parameter")]
    [InlineData("net_sales/explain?asOf=2100-01-01", HttpStatusCode.BadRequest, "as_of_beyond_data")]
    [InlineData("net_sale/explain", HttpStatusCode.NotFound, "unknown_metric")]
    public async Task Explain_WhatCannotBeMeant_IsRefusedWithACode(string question, HttpStatusCode status, string code)
    {
        using var response = await server.Client.GetAsync($"/api/v1/metrics/{question}", Ct);

        response.StatusCode.ShouldBe(status);
        (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task Panel_Alone_OpensEachMemberToItsCustomers()
    {
        var panel = WebUtility.HtmlDecode(await server.Client.GetStringAsync("/metrics/first_order_conv?handler=why&grain=month&why=channel&lang=en", Ct));
        panel.TrimStart().ShouldStartWith("<section class=\"panel why\"");
        panel.ShouldContain("aria-current=\"true\">Channel</a>");
        var told = await server.Client.GetFromJsonAsync<JsonElement>("/api/v1/metrics/first_order_conv/explain?by=channel", Ct);
        var members = told.GetProperty("dimensions")[0].GetProperty("members").EnumerateArray()
            .ToDictionary(member => member.GetProperty("id").GetString()!, member => member.GetProperty("after").GetProperty("denominator").GetDecimal());

        var links = CustomersLink().Matches(panel).Select(match => match.Groups["link"].Value).ToList();
        // The smallest two share a line that opens to nobody.
        members.Count.ShouldBe(10);
        links.Count.ShouldBe(8);
        foreach (var link in links)
        {
            var list = await server.Client.GetFromJsonAsync<JsonElement>("/api/v1" + link, Ct);
            var id = Uri.UnescapeDataString(ChannelOf().Match(link).Groups["id"].Value);
            list.GetProperty("count").GetDecimal().ShouldBe(members[id], link);
        }
    }

    [Theory]
    [InlineData("why=nonsense&whyFrom=nonsense&whyVs=nonsense")]
    [InlineData("grain=day&whyFrom=1971-01-01")]
    [InlineData("grain=year&whyVs=year")]
    public async Task Page_WithSwitchesThatMeanNothing_AnswersAnyway(string query) =>
        (await server.Client.GetStringAsync($"/metrics/first_order_conv?{query}", Ct)).ShouldContain("id=\"why\"");

    private static decimal Cell(JsonElement told, string name) => told.GetProperty(name).GetProperty("value").GetDecimal();

    private static decimal Number(JsonElement element, string name) => element.GetProperty(name).GetDecimal();

    [GeneratedRegex("<th scope=\"row\"><a href=\"(?<link>/metrics/[^\"]+/customers[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CustomersLink();

    [GeneratedRegex("filter=channel(?::|%3A)(?<id>[^&]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ChannelOf();
}

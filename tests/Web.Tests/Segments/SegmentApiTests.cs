using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PrivateDomainBI.Web.Tests.Proofs;

namespace PrivateDomainBI.Web.Tests.Segments;

// Segments over HTTP and on their pages, as a script and a person use them.
[Collection(DemoServerProofs.Name)]
public sealed class SegmentApiTests(DemoServer server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Saved_IsListedUsedChangedAndRetired()
    {
        (await SaveAsync("api_test", "label: { zh: 试, en: Try }\nrules: { in_pool: true }")).GetProperty("version").GetInt32().ShouldBe(1);
        (await SaveAsync("api_test", "label: { zh: 试, en: Try }\nrules: { in_pool: true }")).GetProperty("version").GetInt32().ShouldBe(1);
        var written = await SaveAsync("api_test", "label: { zh: 试, en: Try }\nrules: { all: [ { in_pool: true }, { has_phone: true } ] }");
        written.GetProperty("version").GetInt32().ShouldBe(2);
        written.GetProperty("rules").GetProperty("en").GetString().ShouldBe("in the pool and has a valid phone number");
        written.GetProperty("customers").GetInt64().ShouldBeGreaterThan(100);

        var one = await GetAsync("/api/v1/segments/api_test");
        one.GetProperty("versions").GetArrayLength().ShouldBe(2);
        var size = one.GetProperty("segment").GetProperty("inPool").GetInt64();
        var answer = await GetAsync("/api/v1/metrics/pool_size?grain=all&filter=segment:api_test");
        answer.GetProperty("total").GetProperty("value").GetInt64().ShouldBe(size);
        answer.GetProperty("segments")[0].GetProperty("version").GetInt32().ShouldBe(2);
        var customers = await GetAsync("/api/v1/segments/api_test/customers?limit=3");
        customers.GetProperty("customers").GetArrayLength().ShouldBe(3);
        customers.GetProperty("count").GetInt64().ShouldBe(one.GetProperty("segment").GetProperty("customers").GetInt64());
        (await GetAsync("/api/v1/segments")).GetProperty("segments").EnumerateArray().Select(entry => entry.GetProperty("name").GetString()).ShouldContain("api_test");

        (await server.Client.DeleteAsync("/api/v1/segments/api_test", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await server.Client.GetAsync("/api/v1/segments/api_test", Ct)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Broken_IsRefusedWithEveryLine()
    {
        using var response = await server.Client.PostAsJsonAsync("/api/v1/segments", new { name = "bad", definition = "label: { zh: 试, en: Try }\nrules:\n  all:\n    - agee: 3\n    - tier: gold\n" }, Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var detail = (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("detail").GetString();
        detail.ShouldNotBeNull().ShouldContain("line 4: unknown rule 'agee'; did you mean age");
        detail.ShouldContain("line 5: unknown tier 'gold'");
        using var taken = await server.Client.PostAsJsonAsync("/api/v1/segments", new { name = "adults", definition = "label: { zh: 试, en: Try }\nrules: { member: true }" }, Ct);
        (await taken.Content.ReadAsStringAsync(Ct)).ShouldContain("comes as the file segments/adults.yaml");
    }

    [Fact]
    public async Task Form_ChecksWhileOneWrites_AndSaves()
    {
        var page = await server.Client.GetStringAsync("/segments/new?lang=en", Ct);
        var token = System.Text.RegularExpressions.Regex.Match(page, "__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        token.ShouldNotBeEmpty();
        (await PostAsync("/segments/new?handler=check", token, "form_test", "rules: 3")).ShouldContain("line 1: &#x27;label&#x27; is missing");
        (await PostAsync("/segments/new?handler=check", token, "form_test", "label: { zh: 试, en: Try }\r\nrules: { member: true }")).ShouldContain("It can be saved.");
        (await PostAsync("/segments/new", token, "form_test", "label: { zh: 试, en: Try it }\r\nrules: { member: true }")).ShouldContain("Try it");
        (await GetAsync("/api/v1/segments/form_test")).GetProperty("segment").GetProperty("definition").GetString().ShouldBe("label: { zh: 试, en: Try it }\nrules: { member: true }");
    }

    private async Task<string> PostAsync(string path, string token, string name, string definition)
    {
        using var content = new FormUrlEncodedContent([new("Name", name), new("Definition", definition), new("__RequestVerificationToken", token)]);
        using var response = await server.Client.PostAsync(path, content, Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadAsStringAsync(Ct);
    }

    private async Task<JsonElement> SaveAsync(string name, string definition)
    {
        using var response = await server.Client.PostAsJsonAsync("/api/v1/segments", new { name, definition }, Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync(Ct));
        return await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }

    private async Task<JsonElement> GetAsync(string address) => await server.Client.GetFromJsonAsync<JsonElement>(address, Ct);
}

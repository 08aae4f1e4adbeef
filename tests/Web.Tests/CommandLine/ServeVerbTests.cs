using PrivateDomainBI.Web.CommandLine;

namespace PrivateDomainBI.Web.Tests.CommandLine;

public sealed class ServeVerbTests
{
    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.168.1.5:5080")]
    [InlineData("http://127.0.0.1:5080;http://example.com:80")]
    public async Task Serve_AddressThatOthersReach_IsRefused(string urls) =>
        (await Root.RunAsync(["serve", "--urls", urls])).ShouldBe(2);

    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:5080;http://[::1]:5080")]
    public void Serve_Loopback_IsTaken(string urls) =>
        ServeVerb.Create().Parse(["--urls", urls]).Errors.ShouldBeEmpty();

    [Fact]
    public void Serve_NothingSaid_IsTaken() => ServeVerb.Create().Parse([]).Errors.ShouldBeEmpty();
}

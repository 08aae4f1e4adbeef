using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PrivateDomainBI.Engine.Tests.Processes;

namespace PrivateDomainBI.Engine.Tests.Http;

public sealed class PasswordTests(PasswordTests.ListeningEngine engine) : IClassFixture<PasswordTests.ListeningEngine>
{
    [Theory]
    [InlineData(null, null, HttpStatusCode.Unauthorized)]
    [InlineData("default", "wrong", HttpStatusCode.Forbidden)]
    [InlineData("someone", ListeningEngine.Password, HttpStatusCode.Forbidden)]
    [InlineData("default", ListeningEngine.Password, HttpStatusCode.OK)]
    public async Task Basic_Credentials_AreChecked(string? user, string? password, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/?query=SELECT+1");
        if (user is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        }

        using var response = await engine.Client.SendAsync(request);
        response.StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData(ListeningEngine.Password, HttpStatusCode.OK)]
    [InlineData("", HttpStatusCode.Forbidden)]
    public async Task Headers_Credentials_AreChecked(string key, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/?query=SELECT+1");
        request.Headers.Add("X-ClickHouse-User", "default");
        request.Headers.TryAddWithoutValidation("X-ClickHouse-Key", key);
        using var response = await engine.Client.SendAsync(request);
        response.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Url_Credentials_AreTaken() =>
        (await engine.Client.GetStringAsync($"/?query=SELECT+1&user=default&password={Uri.EscapeDataString(ListeningEngine.Password)}")).ShouldBe("1\n");

    [Fact]
    public async Task ListenToOthers_WithoutPassword_IsWrongUse()
    {
        await using var program = EngineProgram.Start("engine", "--data", engine.Data, "--listen", "0.0.0.0:8123");
        (await program.EndAsync()).Status.ShouldBe(2);
    }

    [Fact]
    public async Task NodeClient_CreatesInsertsSelectsStreamsAndReadsAnError()
    {
        var (status, output) = await NodeClient.NodeScript.RunAsync(engine.Url, ListeningEngine.Password);
        status.ShouldBe(0, output);
        output.ShouldContain("all checks passed");
    }

    public sealed class ListeningEngine : IAsyncLifetime
    {
        public const string Password = "s3cret: 'pass'";
        private EngineProgram? _program;

        public string Data { get; } = Directory.CreateTempSubdirectory("pdbi-listen-").FullName;

        public string Url { get; } = $"http://127.0.0.1:{EngineProgram.FreePort()}";

        public HttpClient Client { get; } = new();

        public async ValueTask InitializeAsync()
        {
            Client.BaseAddress = new Uri(Url);
            var file = Path.Combine(Data, "password");
            await File.WriteAllTextAsync(file, Password + "\n");
            _program = EngineProgram.Start("engine", "--data", Data, "--listen", Url["http://".Length..], "--password-file", file);
            await _program.AnswersAsync(Client);
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            _program!.Terminate();
            (await _program.EndAsync()).Status.ShouldBe(0);
            await _program.DisposeAsync();
            Directory.Delete(Data, recursive: true);
        }
    }
}

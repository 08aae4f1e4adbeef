using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PrivateDomainBI.Web.Reports;
using PrivateDomainBI.Web.Reports.Printing;

namespace PrivateDomainBI.Web.Tests.Reports.Printing;

/// <summary>A server of small pages to print, and the browser that comes with the product, unpacked once.</summary>
public sealed class PrintedPages : IAsyncLifetime
{
    private readonly Dictionary<string, string> _pages = new(StringComparer.Ordinal);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pdbi-print-");
    private WebApplication? _server;
    private PdfPrinter? _shared;
    private string _address = "";

    public string ChromiumFolder => Path.Combine(_folder.FullName, "chromium");

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--urls", "http://127.0.0.1:0"] });
        var server = builder.Build();
        var fonts = Path.Combine(BundledChromium.FindPackage(AppContext.BaseDirectory), "..", "..", "@fontsource", "noto-sans-sc");
        server.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Path.GetFullPath(fonts)), RequestPath = "/fonts" });
        server.MapGet("/pages/{name}", (string name) => Results.Content(_pages[name], "text/html"));
        await server.StartAsync();
        _server = server;
        _address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    public async ValueTask DisposeAsync()
    {
        if (_shared is not null)
            await _shared.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    internal PdfPrinter Shared => _shared ??= Printer(new ReportsOptions());

    internal PdfPrinter Printer(ReportsOptions options)
    {
        var bundled = new BundledChromium(BundledChromium.FindPackage(AppContext.BaseDirectory), ChromiumFolder);
        var finder = new ChromiumFinder("bundled", bundled, installed: []);
        return new PdfPrinter(finder, Options.Create(options), TimeProvider.System, NullLogger<PdfPrinter>.Instance);
    }

    internal PrintRequest Page(string body, string root = "data-ready=\"true\"")
    {
        var name = Guid.NewGuid().ToString("N");
        _pages[name] =
            $$"""
            <!doctype html>
            <html lang="zh-CN" {{root}}>
            <head>
              <meta charset="utf-8"><title>周报</title><link rel="icon" href="data:,">
              <link rel="stylesheet" href="/fonts/400.css"><link rel="stylesheet" href="/fonts/700.css">
              <style>@page { size: A4; margin: 20mm } body { font: 400 10pt 'Noto Sans SC' } h1 { font-weight: 700 }</style>
            </head>
            <body>{{body}}</body>
            </html>
            """;
        return new PrintRequest(
            new Uri($"{_address}/pages/{name}"),
            new PrintedAs("私域经营周报 2026-W46", "北风茶业", "2026-W46-zh-1", new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero)),
            Charts: 0,
            MinPages: 1,
            MustContain: []);
    }
}

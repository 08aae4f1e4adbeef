using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Ingest.Files;
using PrivateDomainBI.Ingest.Loads;
using PrivateDomainBI.Web.Api;
using PrivateDomainBI.Web.Segments;

namespace PrivateDomainBI.Web.CommandLine;

// `segment list | show | save | load`: what the pages and the API say of segments, from a shell.
internal static class SegmentVerb
{
    private const string ListDataset = "list_members";

    private static readonly Argument<string> Name = new("NAME") { Description = "Name of the segment: a-z, 0-9 and _" };
    private static readonly Argument<string> File = new("FILE") { Description = "A YAML definition, as in the folder segments" };
    private static readonly Argument<string[]> Files = new("FILE") { Description = "Files with a column 'customer': CSV, JSON Lines or Parquet, each also .gz", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Source = new("--source") { Description = "Namespace of customers that are written without one", HelpName = "NAME" };

    public static Command Create()
    {
        var list = new Command("list", "Every segment with its size, as JSON");
        list.SetAction((parsed, ct) => InAsync(parsed, services => ListAsync(services, ct), ct));
        var show = new Command("show", "One segment: its definition, its versions and its size, as JSON") { Name };
        show.SetAction((parsed, ct) => InAsync(parsed, services => ShowAsync(services, parsed.GetValue(Name)!, ct), ct));
        var save = new Command("save", "Checks a definition and saves it as the next version") { Name, File };
        save.SetAction((parsed, ct) => InAsync(parsed, services => SaveAsync(services, parsed.GetValue(Name)!, parsed.GetValue(File)!, ct), ct));
        var load = new Command("load", "Loads a list of customers, and makes a segment of it if there is none of that name") { Name, Files, Source };
        load.SetAction((parsed, ct) => InAsync(parsed, services => LoadAsync(services, parsed, ct), ct));
        return new Command("segment", "Lists, shows, saves and loads segments of customers") { list, show, save, load };
    }

    private static async Task<int> InAsync(ParseResult parsed, Func<IServiceProvider, Task<int>> run, CancellationToken ct)
    {
        await using var session = await WarehouseSession.OpenAsync(parsed.GetValue(GlobalOptions.Data)!, ct);
        return await run(session.Services);
    }

    private static async Task<int> ListAsync(IServiceProvider services, CancellationToken ct)
    {
        var book = services.GetRequiredService<SegmentBook>();
        var asOf = await book.AsOfAsync(ct);
        await WriteAsync(new SegmentListAnswer(asOf, [.. (await book.AllAsync(asOf, AccessScope.Company, ct)).Select(SegmentAnswer.Of)], book.Problems));
        return ExitStatus.Done;
    }

    private static async Task<int> ShowAsync(IServiceProvider services, string name, CancellationToken ct)
    {
        var book = services.GetRequiredService<SegmentBook>();
        var asOf = await book.AsOfAsync(ct);
        if (await book.FindAsync(name, asOf, AccessScope.Company, ct) is not { } entry)
        {
            await Console.Error.WriteLineAsync($"there is no segment '{name}'; 'segment list' names them");
            return ExitStatus.WrongUse;
        }

        await WriteAsync(new SegmentDetailAnswer(asOf, SegmentAnswer.Of(entry), await book.VersionsAsync(name, ct)));
        return ExitStatus.Done;
    }

    private static async Task<int> SaveAsync(IServiceProvider services, string name, string file, CancellationToken ct)
    {
        var problems = await services.GetRequiredService<SegmentBook>().SaveAsync(name, (await System.IO.File.ReadAllTextAsync(file, ct)).ReplaceLineEndings("\n"), ct);
        foreach (var problem in problems)
            await Console.Error.WriteLineAsync((problem with { File = file }).ToString());
        return problems.Count > 0 ? ExitStatus.WrongUse : await ShowAsync(services, name, ct);
    }

    private static async Task<int> LoadAsync(IServiceProvider services, ParseResult parsed, CancellationToken ct)
    {
        var name = parsed.GetValue(Name)!;
        if (!SegmentFile.IsName(name))
        {
            await Console.Error.WriteLineAsync($"'{name}' is no name: a-z, 0-9 and _, beginning with a letter");
            return ExitStatus.WrongUse;
        }

        var mapping = Path.Combine(Directory.CreateTempSubdirectory("pdbi-list-").FullName, "list.mapping.yaml");
        try
        {
            await System.IO.File.WriteAllTextAsync(mapping, $"dataset: {ListDataset}\ncolumns:\n  list: {{ constant: {name} }}\n  customer: customer\n", ct);
            var request = new LoadRequest(ListDataset, parsed.GetValue(Files)!, parsed.GetValue(Source), mapping);
            var result = await LoadProgressBar.ShowAsync(progress => services.GetRequiredService<LoadService>().LoadAsync(request, progress, ct));
            LoadVerb.Print(result, parsed.GetValue(GlobalOptions.Json));
            var book = services.GetRequiredService<SegmentBook>();
            if (await book.FindAsync(name, asOf: null, AccessScope.Company, ct) is null)
                await book.SaveAsync(name, string.Create(CultureInfo.InvariantCulture, $"label: {{ zh: {name}, en: {name} }}\nrules:\n  list: {name}\n"), ct);
            return result.Quarantined > 0 ? ExitStatus.DoneWithQuarantine : ExitStatus.Done;
        }
        catch (LoadRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return ExitStatus.WrongUse;
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(mapping)!, recursive: true);
        }
    }

    private static Task WriteAsync<T>(T answer) => Console.Out.WriteLineAsync(JsonSerializer.Serialize(answer, ApiJson.Indented));
}

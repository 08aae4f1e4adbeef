using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PrivateDomainBI.Ingest.Demo;

namespace PrivateDomainBI.Web.CommandLine;

// `demo`: writes the demo company as data files and nothing else; says what it wrote and how to load it.
internal static class DemoVerb
{
    private static readonly Option<int> Customers = new("--customers")
    {
        Description = "How many customers join; stores and employees follow from it",
        HelpName = "N",
        CustomParser = Between(1, DemoCompany.MostCustomers),
        DefaultValueFactory = _ => DemoCompany.DefaultCustomers,
    };

    private static readonly Option<int> Months = new("--months")
    {
        Description = "How many months of history",
        HelpName = "M",
        CustomParser = Between(1, DemoCompany.MostMonths),
        DefaultValueFactory = _ => DemoCompany.DefaultMonths,
    };

    private static readonly Option<long> Seed = new("--seed")
    {
        Description = "Another seed is another company",
        HelpName = "S",
        DefaultValueFactory = _ => DemoCompany.DefaultSeed,
    };

    private static readonly Option<DateOnly?> Until = new("--until")
    {
        Description = "Last day of the data, as in 2026-07-15 (default: yesterday)",
        HelpName = "DATE",
        CustomParser = ParseDate,
    };

    private static readonly Option<DirectoryInfo> Out = new("--out")
    {
        Description = "Directory to write into; files of the same name are replaced",
        HelpName = "DIR",
        Required = true,
    };

    public static Command Create()
    {
        var verb = new Command("demo", "Writes the demo company as data files") { Customers, Months, Seed, Until, Out };
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var until = parsed.GetValue(Until) ?? DemoCompany.Yesterday(TimeProvider.System);
        var company = new DemoCompany(until, parsed.GetValue(Customers), parsed.GetValue(Months), parsed.GetValue(Seed));
        var directory = parsed.GetValue(Out)!.ToString();
        var manifest = await company.WriteAsync(directory, ct);
        if (parsed.GetValue(GlobalOptions.Json))
            await Console.Out.WriteLineAsync(manifest.ToJson());
        else
            await DescribeAsync(manifest, directory);
        return ExitStatus.Done;
    }

    private static async Task DescribeAsync(DemoManifest manifest, string directory)
    {
        await Console.Out.WriteLineAsync($"{manifest.Company}: {manifest.From:yyyy-MM-dd} to {manifest.CompleteThrough:yyyy-MM-dd}, seed {manifest.Seed.ToString(CultureInfo.InvariantCulture)}");
        foreach (var file in manifest.Files)
        {
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"  {file.File,-21} {file.GoodRows,11:N0} rows {file.Duplicates,7:N0} duplicates {file.BadRows.Count,3} bad rows"));
        }
        await Console.Out.WriteLineAsync($"Load them from {directory} in this order:");
        foreach (var load in manifest.Load)
            await Console.Out.WriteLineAsync($"  {load}");
    }

    private static Func<ArgumentResult, int> Between(int least, int most) => argument =>
    {
        var text = argument.Tokens[0].Value;
        if (!int.TryParse(text, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
            argument.AddError(string.Create(CultureInfo.InvariantCulture, $"{OptionOf(argument)} {text} is not a number between {least} and {most}."));
        return number;
    };

    private static DateOnly? ParseDate(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year is < 2000 or > 2099)
            argument.AddError($"{OptionOf(argument)} {text} is not a date between 2000 and 2099 as in 2026-07-15.");
        return date;
    }

    private static string OptionOf(ArgumentResult argument) => ((OptionResult)argument.Parent!).Option.Name;
}

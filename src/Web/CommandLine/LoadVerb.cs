using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PrivateDomainBI.Ingest.Files;
using PrivateDomainBI.Ingest.Loads;

namespace PrivateDomainBI.Web.CommandLine;

// `load`: files into the warehouse.
internal static class LoadVerb
{
    private static readonly Argument<string> DatasetName = new("DATASET") { Description = $"What the files hold: {string.Join(", ", Datasets.Names)}" };
    private static readonly Argument<string[]> Files = new("FILE") { Description = "CSV, JSON Lines or Parquet, each also .gz; patterns such as orders-*.csv", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Source = new("--source") { Description = "Namespace of customers that are written without one", HelpName = "NAME" };
    private static readonly Option<string?> Mapping = new("--mapping") { Description = "Mapping file for an export of another system", HelpName = "FILE" };
    private static readonly Option<string?> CompleteThrough = new("--complete-through") { Description = "Last business day known to be whole", HelpName = "yyyy-MM-dd" };

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var verb = new Command("load", "Loads data files") { DatasetName, Files, Source, Mapping, CompleteThrough };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(CompleteThrough) is { } day && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                result.AddError($"--complete-through {day} is not a date written yyyy-MM-dd.");
            if (result.GetValue(Source) is { } source && (source.Length == 0 || source.Contains(':', StringComparison.Ordinal)))
                result.AddError("--source is a short name without ':'.");
        });
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var request = new LoadRequest(
            parsed.GetValue(DatasetName)!,
            parsed.GetValue(Files)!,
            parsed.GetValue(Source),
            parsed.GetValue(Mapping),
            parsed.GetValue(CompleteThrough) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null);
        try
        {
            await using var session = await WarehouseSession.OpenAsync(parsed.GetValue(GlobalOptions.Data)!, ct);
            var result = await LoadProgressBar.ShowAsync(progress => session.Services.GetRequiredService<LoadService>().LoadAsync(request, progress, ct));
            Print(result, parsed.GetValue(GlobalOptions.Json));
            return result.Quarantined > 0 ? ExitStatus.DoneWithQuarantine : ExitStatus.Done;
        }
        catch (LoadRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return ExitStatus.WrongUse;
        }
    }

    internal static void Print(LoadResult result, bool asJson)
    {
        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(result, Json));
            return;
        }

        foreach (var notice in result.Notices)
            Console.Error.WriteLine(notice);
        var dropped = result.Dropped > 0 ? $", {Number(result.Dropped)} dropped by the mapping" : "";
        var through = result.CompleteThrough is { } day ? $", complete through {day:yyyy-MM-dd}" : "";
        Console.WriteLine(
            $"{result.Dataset}: {Number(result.Read)} read, {Number(result.Loaded)} loaded, {Number(result.Replaced)} replaced, {Number(result.Duplicate)} duplicate, "
            + $"{Number(result.Waiting)} waiting, {Number(result.Quarantined)} quarantined{dropped}; batch {result.Batch}, {result.Seconds.ToString("0.0", CultureInfo.InvariantCulture)} s{through}");
    }

    private static string Number(ulong number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}

using System.CommandLine;
using System.Data.Common;
using System.Text.Json;
using PrivateDomainBI.Core;
using PrivateDomainBI.Warehouse.Metrics;
using PrivateDomainBI.Web.Api;

namespace PrivateDomainBI.Web.CommandLine;

// `validate`: checks every file that people write, and lists every problem at once.
internal static class ValidateVerb
{
    private static readonly Argument<string?> Folder = new("DIR")
    {
        Description = "A folder laid out like the product's: sql/metrics, sql/models, dashboards, *mapping.yaml; what it lacks is the product's. Default: the product's own files",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Create()
    {
        var verb = new Command("validate", "Checks metric files, dashboards, segments, mappings and configuration; every problem at once") { Folder };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(Folder) is { } folder && !Directory.Exists(folder))
                result.AddError($"There is no folder {folder}.");
        });
        verb.SetAction(async (parsed, ct) =>
        {
            var validation = Validation.Of(parsed.GetValue(Folder), parsed.GetValue(GlobalOptions.Data)!);
            IReadOnlyList<Problem> problems = [.. validation.Problems(), .. await RefusedAsync(validation, ct)];
            problems = [.. problems.Distinct().OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
            if (parsed.GetValue(GlobalOptions.Json))
                await Console.Out.WriteLineAsync(JsonSerializer.Serialize(problems, ApiJson.Options));
            else
                await WriteAsync(problems);
            return problems.Count == 0 ? ExitStatus.Done : ExitStatus.WrongUse;
        });
        return verb;
    }

    // Columns, functions and types are the engine's to know. It is one of its own, with the tables of this version and no
    // data in them, so that neither a server at work nor anyone's warehouse is touched.
    private static async Task<IReadOnlyList<Problem>> RefusedAsync(Validation validation, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("pdbi-validate-").FullName;
        try
        {
            await using var warehouse = await WarehouseSession.OpenOwnAsync(folder, ct);
            return await validation.RefusedAsync(warehouse.Services.GetRequiredService<MetricCheck>(), ct);
        }
        catch (Exception away) when (away is DbException or IOException or UnauthorizedAccessException or InvalidOperationException or TimeoutException)
        {
            await Console.Error.WriteLineAsync($"not checked: columns, functions and types, because the engine did not start: {away.Message}");
            return [];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task WriteAsync(IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems)
            await Console.Out.WriteLineAsync(problem.ToString());
        await Console.Error.WriteLineAsync(problems.Count switch { 0 => "no problems", 1 => "1 problem", var count => $"{count} problems" });
    }
}

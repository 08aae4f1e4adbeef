using System.CommandLine;
using System.Text.Json;
using PrivateDomainBI.Core;
using PrivateDomainBI.Web.Api;

namespace PrivateDomainBI.Web.CommandLine;

// `validate`: checks every file that people write, and lists every problem at once.
internal static class ValidateVerb
{
    public static Command Create()
    {
        var verb = new Command("validate", "Checks metric files, dashboards, mappings and configuration; every problem at once");
        verb.SetAction(async (parsed, _) =>
        {
            var problems = Validation.Problems(parsed.GetValue(GlobalOptions.Data)!);
            if (parsed.GetValue(GlobalOptions.Json))
                await Console.Out.WriteLineAsync(JsonSerializer.Serialize(problems, ApiJson.Options));
            else
                await WriteAsync(problems);
            return problems.Count == 0 ? ExitStatus.Done : ExitStatus.WrongUse;
        });
        return verb;
    }

    private static async Task WriteAsync(IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems)
            await Console.Out.WriteLineAsync(problem.ToString());
        await Console.Error.WriteLineAsync(problems.Count == 0 ? "no problems" : $"{problems.Count} problems");
    }
}

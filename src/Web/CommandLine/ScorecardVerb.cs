using System.CommandLine;
using System.Text.Json;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Web.Api;
using PrivateDomainBI.Web.Scorecards;

namespace PrivateDomainBI.Web.CommandLine;

// `scorecard`: the API's answer from a shell, with the same parameters and the same JSON.
internal static class ScorecardVerb
{
    public static Command Create()
    {
        var options = ScorecardQuestions.Parameters.ToDictionary(parameter => parameter, parameter => new Option<string?>("--" + parameter));
        options["period"].Description = "2026-11, 2026-Q4, 2026-W46 or 2026; default: the latest with targets";
        options["scope"].Description = "employee, org_unit, channel or company";
        options["id"].Description = "one employee, unit or channel alone";
        var verb = new Command("scorecard", "Sets targets beside what was reached, with scores and ranks, as JSON");
        foreach (var option in options.Values)
            verb.Add(option);
        verb.SetAction(async (parsed, ct) =>
        {
            List<KeyValuePair<string, string>> parameters =
                [.. options.Select(pair => KeyValuePair.Create(pair.Key, parsed.GetValue(pair.Value) ?? "")).Where(pair => pair.Value.Length > 0)];
            await using var warehouse = await WarehouseSession.OpenAsync(parsed.GetValue(GlobalOptions.Data)!, ct);
            var (result, problems) = await warehouse.Services.GetRequiredService<ScorecardQuestions>().AnswerAsync(parameters, AccessScope.Company, ct);
            if (result is not null)
            {
                await Console.Out.WriteLineAsync(JsonSerializer.Serialize(result, ApiJson.Indented));
                return ExitStatus.Done;
            }

            foreach (var problem in problems)
                await Console.Error.WriteLineAsync($"{problem.Code}: {problem.Message}");
            return ExitStatus.WrongUse;
        });
        return verb;
    }
}

using System.CommandLine;
using System.Text.Json;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Web.Api;

namespace PrivateDomainBI.Web.CommandLine;

// `query` and `customers`: the API's two questions from a shell, with the same parameters and the same JSON.
internal static class QueryVerb
{
    private static readonly string[] Single = ["from", "to", "grain", "by", "owner", "org", "asOf", "compare", "limit", "order"];
    private static readonly string[] CellOnly = ["period", "part", "offset"];

    public static Command CreateQuery() => Create(
        "query", "Answers one question to a metric, as JSON", Single,
        async (questions, metric, parameters, ct) =>
        {
            var (result, problems) = await questions.AnswerAsync(metric, parameters, AccessScope.Company, ct);
            return (result, problems);
        });

    public static Command CreateCustomers() => Create(
        "customers", "Lists the customers behind one cell of an answer, as JSON", [.. Single, .. CellOnly],
        async (questions, metric, parameters, ct) =>
        {
            var (result, problems) = await questions.DrillAsync(metric, parameters, AccessScope.Company, ct);
            return (result, problems);
        });

    private static Command Create(
        string name,
        string description,
        string[] single,
        Func<MetricQuestions, string, List<KeyValuePair<string, string>>, CancellationToken, Task<(object? Result, IReadOnlyList<QuestionProblem> Problems)>> ask)
    {
        var metric = new Argument<string>("METRIC") { Description = "Name of the metric; GET /api/v1/metrics lists them" };
        var filter = new Option<string[]>("--filter") { Description = "dimension:value, repeatable", HelpName = "DIMENSION:VALUE", DefaultValueFactory = _ => [] };
        var options = single.ToDictionary(parameter => parameter, parameter => new Option<string?>("--" + parameter));
        // Dashes where the API has capitals are what people type in a shell.
        options["asOf"].Aliases.Add("--as-of");
        var verb = new Command(name, description) { metric, filter };
        foreach (var option in options.Values)
            verb.Add(option);
        verb.SetAction(async (parsed, ct) =>
        {
            List<KeyValuePair<string, string>> parameters = [.. parsed.GetValue(filter)!.Select(value => KeyValuePair.Create("filter", value))];
            foreach (var (parameter, option) in options)
            {
                if (parsed.GetValue(option) is { } value)
                    parameters.Add(KeyValuePair.Create(parameter, value));
            }

            await using var warehouse = await WarehouseSession.OpenAsync(parsed.GetValue(GlobalOptions.Data)!, ct);
            var (result, problems) = await ask(warehouse.Services.GetRequiredService<MetricQuestions>(), parsed.GetValue(metric)!, parameters, ct);
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

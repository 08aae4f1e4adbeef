using System.Globalization;
using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Warehouse.Metrics;

namespace PrivateDomainBI.Web.Api;

/// <summary>
/// Questions as they come from a URL or a command line, read and answered; what cannot be read is told as
/// problems, never guessed.
/// </summary>
internal sealed class MetricQuestions(MetricCatalog catalog, MetricQueries queries, TimeProvider time)
{
    private const int MostRows = 10_000;

    private static readonly string[] Dates = ["from", "to"];
    private static readonly string[] CellParameters = ["period", "part", "offset"];

    public async Task<(MetricResult? Result, IReadOnlyList<QuestionProblem> Problems)> AnswerAsync(
        string metric, IReadOnlyList<KeyValuePair<string, string>> parameters, AccessScope scope, CancellationToken ct)
    {
        var (request, problems) = MetricRequestReader.Read(catalog, metric, parameters, await DayAfterDataAsync(metric, parameters, ct));
        if (request is null)
            return (null, problems);
        return await TryAsync(() => queries.AnswerAsync(request, scope, ct));
    }

    public async Task<(DrillResult? Result, IReadOnlyList<QuestionProblem> Problems)> DrillAsync(
        string metric, IReadOnlyList<KeyValuePair<string, string>> parameters, AccessScope scope, CancellationToken ct)
    {
        var (request, found) = MetricRequestReader.Read(catalog, metric, parameters, await DayAfterDataAsync(metric, parameters, ct), CellParameters);
        var problems = found.ToList();
        var cell = parameters.ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        var part = Part(cell["part"].FirstOrDefault(), problems);
        var period = request is null ? null : Period(cell["period"].FirstOrDefault(), request, problems);
        var offset = Offset(cell["offset"].FirstOrDefault(), problems);
        if (request is null || problems.Count > 0)
            return (null, problems);
        var limit = Math.Min(request.Limit ?? 1000, MostRows);
        return await TryAsync(() => queries.DrillAsync(new DrillRequest(request, period, new Dictionary<string, string>(), part, offset, limit), scope, ct));
    }

    internal static async Task<(T? Result, IReadOnlyList<QuestionProblem> Problems)> TryAsync<T>(Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return (await ask(), []);
        }
        catch (QuestionException refused)
        {
            return (null, [refused.Problem]);
        }
    }

    // Missing dates end with the data of the metric; while there are none, with yesterday. Where none is missing, nobody needs to ask.
    private async Task<DateOnly> DayAfterDataAsync(string metric, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken ct)
    {
        if (Dates.All(date => parameters.Any(pair => pair.Key == date && pair.Value.Length > 0)))
            return DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var state = await queries.StateAsync(ct);
        var through = catalog.Find(metric) is { } known ? state.For(known).CompleteThrough : state.EarliestCompleteThrough;
        return through?.AddDays(1) ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
    }

    internal static CellPart Part(string? text, List<QuestionProblem> problems)
    {
        if (string.IsNullOrEmpty(text))
            return CellPart.Numerator;
        if (CellParts.Parse(text) is { } part)
            return part;
        problems.Add(new QuestionProblem("unknown_part", Nearest.Unknown("part", text, CellParts.All.Select(pair => pair.Name))));
        return CellPart.Numerator;
    }

    internal static DateOnly? Period(string? text, MetricRequest request, List<QuestionProblem> problems)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var starts = Periods.Covering(request.Range, request.Grain).Select(period => period.Start).ToList();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start) && starts.Contains(start))
            return start;
        problems.Add(new QuestionProblem("unknown_period", $"period '{text}' is none of the answer's; the first is {starts[0]:yyyy-MM-dd}, the last {starts[^1]:yyyy-MM-dd}"));
        return null;
    }

    internal static int Limit(string? text, List<QuestionProblem> problems)
    {
        if (string.IsNullOrEmpty(text))
            return 1000;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0)
            return Math.Min(limit, MostRows);
        problems.Add(new QuestionProblem("bad_limit", $"limit '{text}' must be a whole number above zero"));
        return 1000;
    }

    internal static int Offset(string? text, List<QuestionProblem> problems)
    {
        if (string.IsNullOrEmpty(text))
            return 0;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
            return offset;
        problems.Add(new QuestionProblem("bad_offset", $"offset '{text}' must be a whole number"));
        return 0;
    }
}

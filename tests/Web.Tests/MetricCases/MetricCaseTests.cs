using System.Globalization;
using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Web.Tests.MetricCases;

/// <summary>Every metric against a few rows and the numbers that a person counted from them; see MetricCases/*.yaml.</summary>
public sealed class MetricCaseTests(CaseWarehouse warehouse) : IClassFixture<CaseWarehouse>
{
    // Columns of an expected row that list who is behind it, and the side of the cell they stand on.
    private static readonly Dictionary<string, CellPart> Lists = new(StringComparer.Ordinal)
    {
        ["members"] = CellPart.Numerator,
        ["of"] = CellPart.Denominator,
        ["waiting"] = CellPart.Immature,
        ["excluded"] = CellPart.Excluded,
    };

    public static TheoryData<string> All => [.. MetricCase.Names];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Case_WorkedOutByHand_IsWhatTheEngineAnswers(string metric)
    {
        var its = MetricCase.Read(metric);
        await warehouse.FillAsync(its);
        var wrong = new List<string>();
        foreach (var (question, number) in its.Questions.Select((question, i) => (question, i + 1)))
        {
            var actual = await AnswerAsync(metric, question);
            if (Difference(question.Expected, actual) is { } difference)
                wrong.Add($"{metric}.yaml, question {number}: {string.Join(' ', question.Ask.Select(pair => $"{pair.Key}={pair.Value}"))}\n{difference}");
        }

        if (wrong.Count > 0)
            Assert.Fail(string.Join("\n\n", wrong));
    }

    [Fact]
    public void EveryMetric_HasACase_AndEveryCaseAMetric()
    {
        var metrics = Services.Sql.ReadAll("metrics").Select(file => Path.GetFileNameWithoutExtension(file.Name)).ToList();

        metrics.Except(MetricCase.Names).ShouldBeEmpty("metrics without MetricCases/<metric>.yaml");
        MetricCase.Names.Except(metrics).ShouldBeEmpty("cases of no metric");
    }

    private async Task<List<string[]>> AnswerAsync(string metric, CaseQuestion question)
    {
        var (request, problems) = MetricRequestReader.Read(Services.Catalog, metric, question.Ask, new DateOnly(2149, 1, 1));
        problems.ShouldBeEmpty($"{metric}.yaml");
        warehouse.Told(question.Margin, question.TagCategories);
        var answer = await warehouse.Queries.AnswerAsync(request!, AccessScope.Company, CancellationToken.None);
        var rows = answer.Rows.ToList();
        if (question.Expected.Rows.Any(row => row["period"] == "total"))
            rows.Add(answer.Total);
        var actual = new List<string[]>();
        foreach (var row in rows)
        {
            var values = new List<string>();
            foreach (var column in question.Expected.Columns)
                values.Add(Lists.TryGetValue(column, out var part) ? await MembersAsync(request!, row, part) : Value(row, column));
            actual.Add([.. values]);
        }

        return actual;
    }

    private async Task<string> MembersAsync(MetricRequest request, MetricRow row, CellPart part)
    {
        var opened = await warehouse.Queries.DrillAsync(new DrillRequest(request, row.Period, row.By, part, Limit: 1000), AccessScope.Company, CancellationToken.None);
        return string.Join(',', opened.Rows.Select(line => string.IsNullOrEmpty(line.OrderId) ? line.Customer : line.OrderId).Order(StringComparer.Ordinal));
    }

    private static string Value(MetricRow row, string column) => column switch
    {
        "period" => row.Period is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "total",
        "value" => Number(row.Value),
        "numerator" => Number(row.Numerator),
        "denominator" => Number(row.Denominator),
        "immature" => Number(row.Immature),
        // What a mean or a ratio of sums was divided from.
        "sum" => Number(row.Quotient?.Total),
        "over" => Number(row.Quotient?.Over),
        // Of a lift: the addressed and those held out, and how many of each bought.
        "counted" => Number(row.Arms?.Counted),
        "treated" => Number(row.Arms?.Treated),
        "held_counted" => Number(row.Arms?.HoldoutCounted),
        "held" => Number(row.Arms?.Holdout),
        // Of a lift of amounts: what each arm came to, and what was spent.
        "spent" => Number(row.Arms?.Amounts?.Treated),
        "held_spent" => Number(row.Arms?.Amounts?.Holdout),
        "cost" => Number(row.Arms?.Amounts?.Cost),
        "low" => Number(row.Low),
        "high" => Number(row.High),
        // Of a payback that is not reached: the months that are over.
        "not_within" => Number(row.NotWithin),
        // What has come in by the end of each month that is over.
        "gains" => string.Join(',', row.Gains?.Select(gain => Number(gain)) ?? []),
        "mature_on" => row.MatureOn is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "",
        "warnings" => string.Join(',', row.Warnings.Where(warning => warning != "below_min_n")),
        // The total has no place of its own.
        _ => row.By.GetValueOrDefault(column, ""),
    };

    private static string Number(decimal? value) => value is { } known ? known.ToString("0.######", CultureInfo.InvariantCulture) : "";

    // Both tables beside each other, the lines that differ marked, with the words of how they were counted; null when they are alike.
    private static string? Difference(CaseTable expected, List<string[]> actual)
    {
        var rows = expected.Rows.Select(row => expected.Columns.Select(column => row[column]).ToArray()).ToList();
        var differs = Enumerable.Range(0, Math.Max(rows.Count, actual.Count))
            .Select(i => !(rows.ElementAtOrDefault(i) ?? []).SequenceEqual(actual.ElementAtOrDefault(i) ?? [])).ToList();
        if (!differs.Contains(true))
            return null;
        var left = CaseTable.Draw(expected.Columns, rows);
        var right = CaseTable.Draw(expected.Columns, actual);
        var width = Math.Max(left[0].Length, "expected".Length);
        var lines = differs.Select((wrong, i) =>
            $"{(wrong ? "≠" : " ")} {(left.ElementAtOrDefault(i + 1) ?? "(no row)").PadRight(width)}  |  {right.ElementAtOrDefault(i + 1) ?? "(no row)"}"
            + (wrong && i < rows.Count ? $"\n    counted by hand: {expected.Rows[i].Note}" : ""));
        return $"  {"expected".PadRight(width)}  |  actual\n  {left[0].PadRight(width)}  |  {right[0]}\n{string.Join('\n', lines)}";
    }
}

using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Yaml;

namespace PrivateDomainBI.Core.Cohorts;

/// <summary>Reads one file of <c>sql/cohorts</c>; every problem in it at once.</summary>
internal static class CohortFile
{
    public static CohortMeasure? Read(string file, string name, string text, IReadOnlyDictionary<string, Facts> facts, List<Problem> problems)
    {
        var before = problems.Count;
        if (FrontMatter.Split(file, text, problems) is not var (head, body, bodyLine))
            return null;

        var kind = Kind(head);
        var criteria = Criteria(head);
        if (kind == CohortKind.Cumulative && criteria.Contains(AgeCriterion.OnOrAfter))
            head.Problem("criteria", "what is cumulative already holds every earlier age; it cannot be asked on_or_after");
        var reads = head.List("reads");
        if (reads.Count == 0)
            head.Problem("reads", "'reads' must name the columns that the condition looks at");
        var reach = head.Whole("reach_days");
        CheckBody(file, body, bodyLine, problems);
        var members = Members(head, name, body, facts);
        var early = Early(head.Map("early"));
        head.RefuseOthers();
        return problems.Count > before ? null : new CohortMeasure(members, kind, criteria, reads, reach, early);
    }

    private static Metric Members(YamlMap head, string name, string body, IReadOnlyDictionary<string, Facts> facts)
    {
        var factsName = head.Text("facts", required: true) ?? "";
        if (!facts.TryGetValue(factsName, out var table))
            head.Problem("facts", Nearest.Unknown("facts", factsName, facts.Keys));
        else if (table.Grain != "customer")
            head.Problem("facts", $"{factsName} has one row for each {table.Grain}; a cohort is made of customers");
        return new Metric(
            name,
            Subject: "cohorts",
            head.Whole("version") ?? 1,
            head.BothLanguages("label", required: true) ?? new Text(name, name),
            MetricKind.Sum,
            Aggregate.Count,
            table!,
            head.Text("cohort", required: true) ?? "",
            WindowDays: 0,
            head.Whole("settle_days") ?? 0,
            head.Text("among") ?? "true",
            body,
            Over: "",
            MetricFile.Owners(head),
            MetricFile.Datasets(head, "needs", required: true),
            MetricFile.Datasets(head, "uses", required: false),
            Unit: "ratio",
            Direction: "up",
            head.Whole("min_n") ?? 30,
            VariantOf: null,
            MetricFile.Show(head.Map("show")),
            MetricFile.Because(head.Map("because", required: true)),
            Warnings: [],
            head.BothLanguages("doc", required: true) ?? new Text("", ""));
    }

    private static CohortKind Kind(YamlMap head)
    {
        head.Text("kind", required: true);
        return head.OneOf("kind", "state", "state", "activity", "cumulative") switch
        {
            "activity" => CohortKind.Activity,
            "cumulative" => CohortKind.Cumulative,
            _ => CohortKind.State,
        };
    }

    private static List<AgeCriterion> Criteria(YamlMap head)
    {
        var criteria = new List<AgeCriterion>();
        foreach (var name in head.List("criteria"))
        {
            if (CohortNames.Criteria.Any(pair => pair.Name == name))
                criteria.Add(CohortNames.Criteria.First(pair => pair.Name == name).Criterion);
            else
                head.Problem("criteria", Nearest.Unknown("criterion", name, CohortNames.Criteria.Select(pair => pair.Name)));
        }

        if (!criteria.Contains(AgeCriterion.On))
            head.Problem("criteria", "'criteria' must name on, and may name on_or_after and bracket");
        return criteria;
    }

    private static EarlyReading? Early(YamlMap? map)
    {
        if (map is null)
            return null;
        var day = map.Text("day", required: true) ?? "";
        map.Text("shows", required: true);
        var early = new EarlyReading(
            day, map.OneOf("shows", "happened", "happened", "remaining") == "remaining", map.BothLanguages("doc", required: true) ?? new Text("", ""));
        map.RefuseOthers();
        return early;
    }

    private static void CheckBody(string file, string body, int line, List<Problem> problems)
    {
        if (string.IsNullOrWhiteSpace(body))
            problems.Add(new Problem(file, line, "there is no SQL below the description"));
        else if (body.Contains(';', StringComparison.Ordinal))
            problems.Add(new Problem(file, line, "the body is one expression, without ';'"));
        else if (SqlNames.In(body) is var names && (!names.Contains("opens_day") || !names.Contains("until_day")))
            problems.Add(new Problem(file, line, "the condition must look at opens_day and until_day, the days of the age"));
        else
            MetricFile.CheckBrackets(file, body, line, problems);
    }
}

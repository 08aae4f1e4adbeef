using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Scorecards;

namespace PrivateDomainBI.Core.Tests.Scorecards;

// Lines and cards of targets, as tests need them.
internal static class Some
{
    public static TargetLine Line(string metric, decimal value, decimal target, decimal? weight, string direction = "up") => Line(
        new Target(metric, "", target, weight), direction, Number(value));

    public static TargetLine Missing(string metric, decimal? weight, Unscored why = Unscored.Immature) => Line(new Target(metric, "", 100, weight), "up", Reached.Nothing(why));

    public static Reached Number(decimal value) => new(value, Adjusted: null, N: null, TooFew: false, 0, null, Provisional: false, new DateOnly(2026, 12, 31), Why: null);

    public static TargetLine Line(Target target, string direction, Reached reached) =>
        TargetLine.Of(target, Metric(target.Metric, direction), reached, TargetPeriod.Parse("2026-11")!.Days);

    public static Scorecard Card(string id, params TargetLine[] lines) => Scorecard.Of(id, id, "", lines);

    public static Metric Metric(string name, string direction = "up", MetricKind kind = MetricKind.Sum, int minN = 30)
    {
        var facts = new Facts("customer_facts", "customer_facts", "customer", [], new Dictionary<Owner, string>(), "channel", new Dictionary<string, string>());
        return new Metric(
            name, "test", 1, new Text(name, name), kind, Aggregate.Sum, facts, "joined_day", 0, 0, "", "1", "", [Owner.Acquirer], ["orders"], [],
            kind == MetricKind.Rate ? "ratio" : "count", direction, minN, null, [], new Dictionary<CellPart, Text>(), [], new Text(name, name));
    }
}

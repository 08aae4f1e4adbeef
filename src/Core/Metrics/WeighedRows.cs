using System.Text;
using System.Text.RegularExpressions;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>
/// Rows of facts counted together before they are looked at for every period: an inner SELECT groups them by what differs
/// from row to row, and only its few rows meet the periods, each with its <c>weight</c>. Days that are no more than compared
/// with the days of periods are alike when they lie between the same two of them.
/// </summary>
internal sealed partial class WeighedRows
{
    public const string Weight = "weight";

    /// <summary>The parameter that holds the first day of each stretch between days of periods, as days since 1970, the first 0.</summary>
    public const string Edges = "edges";

    /// <summary>The column that tells rows apart, and so cannot stand here.</summary>
    public const string OneByOne = "customer_id";

    // What may stand in an expression beside the columns it is made of.
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal) { "AND", "OR", "NOT", "IS", "NULL", "if", "ifNull", "toInt64", "true", "false" };

    private static readonly HashSet<string> Periods = new(StringComparer.Ordinal) { "period", "open_day", Metric.StockDay };

    private readonly List<FactsColumn> _columns;
    private readonly List<string> _conditions;
    private readonly List<FactsColumn> _names;
    private readonly List<string> _by;
    private readonly HashSet<string> _moving;

    private WeighedRows(List<FactsColumn> columns, List<string> conditions, List<FactsColumn> names, List<string> by, HashSet<string> moving) =>
        (_columns, _conditions, _names, _by, _moving) = (columns, conditions, names, by, moving);

    /// <summary>Null when something that differs from period to period is more than comparisons of <paramref name="countedBy"/> with days of the period.</summary>
    public static WeighedRows? Of(List<FactsColumn> columns, List<string> conditions, List<FactsColumn> names, IReadOnlyList<string> countedBy)
    {
        var moving = new HashSet<string>(Periods, StringComparer.Ordinal);
        foreach (var name in names.Where(name => SqlNames.In(name.Expression).Overlaps(moving)))
            moving.Add(name.Name);
        var texts = names.Where(name => moving.Contains(name.Name)).Select(name => name.Expression)
            .Concat(columns.Select(column => column.Expression)).Concat(conditions)
            .Where(text => SqlNames.In(text).Overlaps(moving)).ToList();
        var looked = texts.SelectMany(SqlNames.In).Where(name => !moving.Contains(name) && !Words.Contains(name)).ToHashSet(StringComparer.Ordinal);
        return looked.IsSubsetOf(countedBy) && texts.All(text => AreCompared(text, looked))
            ? new WeighedRows([.. columns.Where(column => column.Name != OneByOne)], conditions, names, [.. looked.Order(StringComparer.Ordinal)], moving)
            : null;
    }

    public string Select(string source, string periods)
    {
        var still = _columns.Where(column => !Moves(column.Expression)).ToList();
        List<FactsColumn> between = [.. _by.Select(name => new FactsColumn($"{name}_edge", $"toDate(roundDown(toUInt16({name}), {{{Edges}:Array(UInt16)}}))"))];
        List<string> keys = [.. between.Concat(still).Select(column => column.Name)];
        var inner = new StringBuilder(SelectText.With([.. _names.Where(name => !_moving.Contains(name.Name))]))
            .Append("SELECT\n  ").AppendJoin(",\n  ", [.. between.Concat(still).Select(SelectText.As), $"count() AS {Weight}"])
            .Append("\nFROM ").Append(source)
            .Append("\nWHERE ").AppendJoin("\n  AND ", _conditions.Where(condition => !Moves(condition)).DefaultIfEmpty("true"))
            .Append("\nGROUP BY ").AppendJoin(", ", keys);
        return new StringBuilder(SelectText.With([.. _by.Select(name => new FactsColumn(name, $"{name}_edge")), .. _names.Where(name => _moving.Contains(name.Name))]))
            .Append("SELECT\n  ").AppendJoin(",\n  ", [.. _columns.Select(column => Moves(column.Expression) ? SelectText.As(column) : column.Name), Weight])
            .Append("\nFROM (\n  ").Append(SelectText.Indented(inner.ToString())).Append("\n)\n").Append(periods)
            .Append("\nWHERE ").AppendJoin("\n  AND ", _conditions.Where(Moves).DefaultIfEmpty("true"))
            .ToString();
    }

    // What is left without comparisons of one with the other, and without asking whether there is one, mentions neither.
    private static bool AreCompared(string text, HashSet<string> days)
    {
        var left = Comparisons().Replace(text, pair =>
            days.Contains(pair.Groups["one"].Value) && (Periods.Contains(pair.Groups["other"].Value) || pair.Groups["isNull"].Success)
            || Periods.Contains(pair.Groups["one"].Value) && days.Contains(pair.Groups["other"].Value) ? "" : pair.Value);
        return !SqlNames.In(left).Overlaps(days);
    }

    [GeneratedRegex(@"(?<![-+*/%.]\s*)\b(?<one>\w+)\s*(?:(?:<=|>=|<|>)\s*(?<other>\w+)\b(?!\s*[-+*/%.(])|(?<isNull>\bIS\s+(?:NOT\s+)?NULL\b))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comparisons();

    private bool Moves(string sql) => SqlNames.In(sql).Overlaps(_moving);
}

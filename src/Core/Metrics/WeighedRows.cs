using System.Text;

namespace PrivateDomainBI.Core.Metrics;

/// <summary>
/// Rows of facts counted together before they are looked at for every period: an inner SELECT groups them by what differs
/// from row to row, and only its few rows meet the periods, each with its <c>weight</c>.
/// </summary>
internal sealed class WeighedRows
{
    public const string Weight = "weight";

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

    /// <summary>Null when something that differs from period to period is made of more than <paramref name="countedBy"/>.</summary>
    public static WeighedRows? Of(List<FactsColumn> columns, List<string> conditions, List<FactsColumn> names, IReadOnlyList<string> countedBy)
    {
        var moving = new HashSet<string>(Periods, StringComparer.Ordinal);
        foreach (var name in names.Where(name => SqlNames.In(name.Expression).Overlaps(moving)))
            moving.Add(name.Name);
        var looked = names.Where(name => moving.Contains(name.Name)).Select(name => name.Expression)
            .Concat(columns.Select(column => column.Expression)).Concat(conditions)
            .Select(SqlNames.In).Where(mentioned => mentioned.Overlaps(moving))
            .SelectMany(mentioned => mentioned).Where(name => !moving.Contains(name) && !Words.Contains(name)).ToHashSet(StringComparer.Ordinal);
        return looked.IsSubsetOf(countedBy)
            ? new WeighedRows([.. columns.Where(column => column.Name != OneByOne)], conditions, names, [.. looked.Order(StringComparer.Ordinal)], moving)
            : null;
    }

    public string Select(string source, string periods)
    {
        var still = _columns.Where(column => !Moves(column.Expression)).ToList();
        List<string> keys = [.. _by, .. still.Select(column => column.Name)];
        var inner = new StringBuilder(SelectText.With([.. _names.Where(name => !_moving.Contains(name.Name))]))
            .Append("SELECT\n  ").AppendJoin(",\n  ", [.. _by, .. still.Select(SelectText.As), $"count() AS {Weight}"])
            .Append("\nFROM ").Append(source)
            .Append("\nWHERE ").AppendJoin("\n  AND ", _conditions.Where(condition => !Moves(condition)).DefaultIfEmpty("true"))
            .Append("\nGROUP BY ").AppendJoin(", ", keys);
        return new StringBuilder(SelectText.With([.. _names.Where(name => _moving.Contains(name.Name))]))
            .Append("SELECT\n  ").AppendJoin(",\n  ", [.. _columns.Select(column => Moves(column.Expression) ? SelectText.As(column) : column.Name), Weight])
            .Append("\nFROM (\n  ").Append(SelectText.Indented(inner.ToString())).Append("\n)\n").Append(periods)
            .Append("\nWHERE ").AppendJoin("\n  AND ", _conditions.Where(Moves).DefaultIfEmpty("true"))
            .ToString();
    }

    private bool Moves(string sql) => SqlNames.In(sql).Overlaps(_moving);
}

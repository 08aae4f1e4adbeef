namespace PrivateDomainBI.Core.Metrics;

/// <summary>
/// A table of facts that metrics read, as its file in <c>sql/models</c> describes it.
/// <paramref name="Source"/>: what stands after FROM. <paramref name="Grain"/>: what one row is.
/// <paramref name="Columns"/>: names decided by the day one asks about, each an expression over the table's
/// columns and the names before it. <paramref name="Owners"/>: the employee a row belongs to, per way of owning;
/// <c>cohort_day</c> in it is the metric's own. <paramref name="Channel"/>: the channel of the customer.
/// <paramref name="Usual"/>: what is true of nearly all rows, and the shorter expressions that then do for some of those names.
/// <paramref name="Dimensions"/>: what else a row can be split by, name → expression that gives an id.
/// <paramref name="CreditedBy"/>: dataset → what of <see cref="Metrics.Dimensions"/> it tells beside the datasets that a metric counts
/// (<c>employee</c>: whose a row is at its event); where it reaches less far than those, answers say so.
/// <paramref name="CountedBy"/>: as in <see cref="UsualRows"/>, of whatever row.
/// <paramref name="InPeriod"/>: which of <paramref name="Columns"/> are numbers of days of a period; <paramref name="ByMonth"/>: those days
/// by month, where the table has them.
/// <paramref name="AreOfCustomers"/>: every row belongs to a customer, so that it can be told by what she is.
/// </summary>
public sealed record Facts(
    string Name,
    string Source,
    string Grain,
    IReadOnlyList<FactsColumn> Columns,
    IReadOnlyDictionary<Owner, string> Owners,
    string Channel,
    IReadOnlyDictionary<string, string> Dimensions,
    bool AreOfCustomers = true,
    IReadOnlyList<UsualRows>? Usual = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? CreditedBy = null,
    IReadOnlyList<string>? CountedBy = null,
    IReadOnlyDictionary<string, DaysOfPeriod>? InPeriod = null,
    DaysByMonth? ByMonth = null);

/// <summary>One name and the expression behind it.</summary>
public sealed record FactsColumn(string Name, string Expression)
{
    /// <summary>Those of <paramref name="known"/> that the text names, and those they name in turn, in their own order.</summary>
    internal static List<FactsColumn> Reached(string text, IReadOnlyList<FactsColumn> known)
    {
        var wanted = new HashSet<string>(SqlNames.In(text), StringComparer.Ordinal);
        var reached = new HashSet<FactsColumn>();
        while (known.FirstOrDefault(column => wanted.Contains(column.Name) && !reached.Contains(column)) is { } column)
        {
            reached.Add(column);
            wanted.UnionWith(SqlNames.In(column.Expression));
        }

        return [.. known.Where(reached.Contains)];
    }
}

/// <summary>
/// Something true of nearly all rows: <paramref name="When"/> tells it, <paramref name="Columns"/> says what some names mean
/// then. A question asks the rows of which all is usual that it would look through a history for apart from the others.
/// <paramref name="Before"/>: a day of the row that has to lie before the day one asks from, too; null where none has to. Where
/// the latest of all rows does (<see cref="Horizon.Latest"/>), this is not asked of each.
/// <paramref name="CountedBy"/>: days of a row of which all that differs from period to period is then made; rows of which they
/// lie between the same days of periods can be counted together before they are looked at for every period.
/// </summary>
public sealed record UsualRows(string? When, string? Before, IReadOnlyList<FactsColumn> Columns, IReadOnlyList<string> CountedBy)
{
    /// <summary>What has to be asked of a row; null where it is true of all rows.</summary>
    public string? Condition(Horizon horizon)
    {
        var isBefore = Before is null || (horizon.Latest?.TryGetValue(Before, out var latest) == true && latest < horizon.AsOf);
        string?[] asked = [When, isBefore ? null : $"{Before} < {{asOf:Date}}"];
        return asked.OfType<string>().ToList() is { Count: > 0 } some ? string.Join(" AND ", some) : null;
    }
}

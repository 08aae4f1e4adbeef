using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Ranking;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Warehouse.Pages;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Rankings;

namespace PrivateDomainBI.Web.Pages.Employees;

/// <summary>One metric of every employee, and how they compare by it.</summary>
internal sealed record EmployeeColumn(MemberColumn Column, MemberRanking Ranking)
{
    private readonly Dictionary<string, RankedMember> _members = Ranking.Members.ToDictionary(member => member.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, MetricRow> _rows = Column.Result.Rows.ToDictionary(row => row.By[Dimensions.Employee], StringComparer.Ordinal);

    public MetricInfo Metric => Column.Result.Metric;

    public bool IsRate => Ranking.Group.Mean is not null;

    public RankedMember? Member(string employee) => _members.GetValueOrDefault(employee);

    public MetricRow? Row(string employee) => _rows.GetValueOrDefault(employee);
}

/// <summary>
/// The core numbers of every employee over thirteen weeks. One employee has few customers a week, so the weeks are
/// taken together; a metric that observes customers for a while takes the latest thirteen weeks that are mature.
/// </summary>
internal sealed class EmployeeNumbers(Answers answers, PageRankings rankings, MetricCatalog catalog)
{
    public static readonly IReadOnlyList<string> Metrics = ["new_customers", "relation_retention_d1", "first_order_conv", "repurchase_3m", "net_sales"];

    private const int Days = 13 * 7;

    public async Task<IReadOnlyList<EmployeeColumn>> ReadAsync(DateOnly completeThrough, AccessScope scope, CancellationToken ct)
    {
        var columns = await Task.WhenAll(Metrics.Select(catalog.Find).OfType<Metric>().Select(async metric =>
        {
            var range = Range(metric, completeThrough);
            var question = new MetricRequest(metric.Name, range, Grain.All, [Dimensions.Employee], new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));
            var (result, _) = await answers.AskAsync(question, scope, ct);
            return new EmployeeColumn(new MemberColumn(result, question, range.From, Grain.All), await rankings.OfAsync(result, Dimensions.Employee, ct));
        }));
        // A metric whose data are not loaded at all would be a column of dashes.
        return [.. columns.Where(column => column.Column.Result.CompleteThrough is not null)];
    }

    public static DateRange Range(Metric metric, DateOnly completeThrough)
    {
        var wait = metric.HasMaturity ? metric.WindowDays + metric.SettleDays : 0;
        var to = Periods.StartOf(completeThrough.AddDays(1 - wait), Grain.Week);
        return new DateRange(to.AddDays(-Days), to);
    }

    public static string Place(EmployeePlace person) =>
        string.Join(" · ", new[] { person.Region, person.Store, person.Dept, person.Team }.Where(name => name.Length > 0));

    /// <summary>By name, or by a metric: the ranked ones first, then the grey ones, then those without a value.</summary>
    public static IReadOnlyList<EmployeePlace> Sorted(IReadOnlyList<EmployeePlace> people, IReadOnlyList<EmployeeColumn> columns, string sort)
    {
        var down = sort.StartsWith('-');
        var name = sort.TrimStart('-');
        if (columns.FirstOrDefault(column => column.Metric.Name == name) is not { } by)
        {
            var named = people.OrderBy(person => person.Name, StringComparer.Ordinal).ThenBy(person => person.EmployeeId, StringComparer.Ordinal);
            return down ? [.. named.Reverse()] : [.. named];
        }

        int Class(EmployeePlace person) => by.Member(person.EmployeeId) switch
        {
            { Ranked: true } => 0,
            { Value: not null } => 1,
            _ => 2,
        };
        decimal Value(EmployeePlace person) => by.Member(person.EmployeeId) is { } member ? (member.Shrunk ?? member.Value ?? 0) * (down ? -1 : 1) : 0;
        return [.. people.OrderBy(Class).ThenBy(Value).ThenBy(person => person.EmployeeId, StringComparer.Ordinal)];
    }
}

using System.Globalization;

namespace PrivateDomainBI.Ingest.Demo;

internal sealed record TargetRow(string Scope, string ScopeId, string Metric, string Period, string Value, string? Weight);

// Monthly targets of the company, its units and everybody at a desk: near to what became of them, some above and some
// below, so that some attain and some do not.
internal sealed class Targets(long seed, Period period, Organisation organisation, Tally tally)
{
    private readonly Draw _draw = new(seed, Aspect.Books, 3);

    public IEnumerable<TargetRow> All()
    {
        var desks = organisation.Desks.ToList();
        for (var month = 0; month < period.Months; month++)
        {
            foreach (var row in Of("company", "company", desks.Sum(desk => tally.Joined(desk, month)), tally.Sold(month), heads: 1, month))
                yield return row;
            foreach (var region in desks.GroupBy(desk => desk.RegionId, StringComparer.Ordinal))
            {
                foreach (var row in Of("org_unit", region.Key, region.Sum(desk => tally.Joined(desk, month)), region.Sum(desk => tally.Sold(desk, month)), heads: 1, month))
                    yield return row;
            }
            foreach (var row in desks.SelectMany(desk => Of("org_unit", desk.UnitId, tally.Joined(desk, month), tally.Sold(desk, month), heads: 1, month)))
                yield return row;
            foreach (var row in OfPeople(desks, month))
                yield return row;
        }
    }

    // Who moves within the month keeps the target of her first desk.
    private IEnumerable<TargetRow> OfPeople(List<Desk> desks, int month)
    {
        var (first, next) = period.DaysOfMonth(month);
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var desk in desks)
        {
            var present = desk.Shifts.Where(shift => shift.FromDay < next && shift.ToDay > first).ToList();
            foreach (var shift in present.Where(shift => given.Add(shift.Employee.Id)))
            {
                foreach (var row in Of("employee", shift.Employee.Id, tally.Joined(desk, month), tally.Sold(desk, month), present.Count, month))
                    yield return row;
            }
        }
    }

    private IEnumerable<TargetRow> Of(string scope, string id, int joined, long cents, int heads, int month)
    {
        var (first, _) = period.DaysOfMonth(month);
        var when = period.Date(first).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var isPerson = scope == "employee";
        var people = Math.Max(1, joined * _draw.Between(92, 116) / 100 / heads);
        var sales = Math.Max(1, cents * 94 / 100 * _draw.Between(92, 116) / 100 / heads / 10_000) * 100;
        var conversion = _draw.Between(170, 240);
        yield return new(scope, id, "new_customers", when, people.ToString(CultureInfo.InvariantCulture), isPerson ? "0.4" : null);
        yield return new(scope, id, "net_sales", when, sales.ToString(CultureInfo.InvariantCulture), isPerson ? "0.4" : null);
        yield return new(scope, id, "first_order_conv", when, $"0.{conversion.ToString(CultureInfo.InvariantCulture)}", isPerson ? "0.2" : null);
    }
}

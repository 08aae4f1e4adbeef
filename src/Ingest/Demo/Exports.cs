using System.Globalization;

namespace PrivateDomainBI.Ingest.Demo;

// The eight files in the order they are loaded, and how a row of each is written.
internal sealed class Exports : IAsyncDisposable
{
    private const string ShanghaiOffset = "+08:00";

    private readonly Period _period;
    private readonly CsvFile _units, _employees, _customers, _relations, _ownership, _events, _orders, _refunds;

    public Exports(string directory, long seed, Period period)
    {
        _period = period;
        var day = period.IsoDate(period.Days / 2);
        var number = 0;
        _units = File("org_units.csv", "org_unit_id,name,parent_id,type,kpi_mode,valid_from,valid_to", BadRows.None, 0);
        _employees = File("employees.csv", "employee_id,name,org_unit_id,role,employment_type,status,valid_from,valid_to", BadRows.None, 0);
        _customers = File("customers.csv", "customer,joined_at,channel,employee_id,store_id,referrer,name,phone,birthday,gender,city,job,income_band,budget,preferences,tags,consent_tracking", BadRows.Customers(day), 0.002);
        _relations = File("relations.csv", "customer,employee_id,started_at,ended_at,end_reason,add_way,state", BadRows.Relations(day), 0.003);
        _ownership = File("ownership.csv", "customer,employee_id,valid_from,valid_to,reason", BadRows.None, 0);
        _events = File("events.csv.gz", "event_id,type,occurred_at,customer,employee_id,channel,touchpoint,campaign_id,group_id,content_id,value,props", BadRows.Events(day), 0.004);
        _orders = File("orders.csv.gz", "order_id,customer,paid_at,amount,status,parent_order_id,employee_id,channel,campaign_id,group_id,store_id,domain,product_category,is_test", BadRows.Orders(day), 0.005);
        _refunds = File("refunds.csv", "refund_id,order_id,refunded_at,amount,type", BadRows.Refunds(day), 0.01);

        CsvFile File(string name, string header, IReadOnlyList<BadRow> badRows, double repeatShare) =>
            new(directory, name, header, badRows, repeatShare, new Draw(seed, Aspect.Export, number++));
    }

    private CsvFile[] All => [_units, _employees, _customers, _relations, _ownership, _events, _orders, _refunds];

    public async Task WriteAsync(Organisation organisation, CancellationToken ct)
    {
        foreach (var unit in organisation.Units)
        {
            await _units.Field(unit.Id).Field(unit.Name).Field(unit.ParentId).Field(unit.Type).Field(unit.KpiMode)
                .Field(Date(unit.FromDay)).Field(Date(unit.ToDay)).EndRowAsync(ct);
        }
        foreach (var employee in organisation.Employees)
        {
            foreach (var posting in employee.Postings)
            {
                await _employees.Field(employee.Id).Field(employee.Name).Field(posting.UnitId).Field(employee.Role).Field(employee.EmploymentType)
                    .Field(posting.Status).Field(Date(posting.FromDay)).Field(Date(posting.ToDay)).EndRowAsync(ct);
            }
        }
    }

    /// Each file gets the batch's rows by time, then the rows of it that a second export repeats.
    public async Task WriteAsync(Ledger ledger, CancellationToken ct)
    {
        foreach (var row in ledger.Customers.OrderBy(row => row.Newcomer.Joined))
            await WriteAsync(row, ct);
        foreach (var row in ledger.Relations.OrderBy(row => row.Started))
            await WriteAsync(row, ct);
        foreach (var row in ledger.Ownership.OrderBy(row => row.From))
        {
            await _ownership.Field(row.Person.Id).Field(row.Employee.Id).Time(row.From, _period).Time(row.To, _period)
                .Field(row.Reason).EndRowAsync(ct);
        }
        foreach (var key in TimeOrder(ledger.Events))
            await WriteAsync(ledger.Events[(int)(key & uint.MaxValue)], ct);
        foreach (var row in ledger.Orders.OrderBy(row => row.PaidAt))
            await WriteAsync(row, ct);
        foreach (var row in ledger.Refunds.OrderBy(row => row.RefundedAt))
        {
            await _refunds.Field(row.Id).Field(row.OrderId).Time(row.RefundedAt, _period).Money(row.Cents)
                .Field(row.Type).EndRowAsync(ct);
        }
        foreach (var file in All)
            await file.RepeatAsync(ct);
    }

    public async Task<IReadOnlyList<DemoFile>> CompleteAsync(CancellationToken ct)
    {
        var files = new List<DemoFile>();
        foreach (var file in All)
            files.Add(await file.CompleteAsync(ct));
        return files;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in All)
            await file.DisposeAsync();
    }

    private ValueTask WriteAsync(CustomerRow row, CancellationToken ct)
    {
        var newcomer = row.Newcomer;
        return _customers.Field(newcomer.Person.Id).Time(newcomer.Joined, _period)
            .Field(newcomer.HidesChannel ? null : newcomer.Channel.Id).Field(row.Employee.Id).Field(newcomer.Desk.StoreId)
            .Field(newcomer.Referrer).Field(row.Name).Field(row.Phone).Field(row.Birthday).Field(row.Gender).Field(row.City)
            .Field(row.Job).Field(row.IncomeBand).Field(row.Budget).Field(row.Preferences).Field(row.Tags)
            .Field(row.Consents ? "true" : "false").EndRowAsync(ct);
    }

    private ValueTask WriteAsync(RelationRow row, CancellationToken ct) =>
        _relations.Field(row.Person.Id).Field(row.Employee.Id).Time(row.Started, _period).Time(row.Ended, _period)
            .Field(row.EndReason).Field(row.AddWay).Field(row.State).EndRowAsync(ct);

    private ValueTask WriteAsync(in EventRow row, CancellationToken ct) =>
        _events.Field($"{row.Person.Code}-{row.Number.ToString(CultureInfo.InvariantCulture)}").Field(row.Type).Time(row.At, _period, ShanghaiOffset)
            .Field(row.Person.Id).Field(row.Employee?.Id).Field(row.Channel).Field(row.Touchpoint).Field(row.Campaign)
            .Field(row.Group).Field(row.Content).Field(row.Value).Field(row.Props).EndRowAsync(ct);

    private ValueTask WriteAsync(OrderRow row, CancellationToken ct) =>
        _orders.Field(row.Id).Field(row.Person.Id).Time(row.PaidAt, _period).Money(row.Cents).Field(row.Status).Field(row.Parent)
            .Field(row.Employee?.Id).Field(row.Channel).Field(row.Campaign).Field(row.Group).Field(row.StoreId).Field(row.Domain)
            .Field(row.Category).Field(row.IsTest ? "true" : "false").EndRowAsync(ct);

    private string? Date(int? day) => day is { } number ? _period.IsoDate(number) : null;

    // Sorting a million small keys instead of the rows themselves; equal times keep the order of their making.
    private static long[] TimeOrder(List<EventRow> events)
    {
        var keys = new long[events.Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = ((long)events[i].At.Seconds << 32) | (uint)i;
        Array.Sort(keys);
        return keys;
    }
}

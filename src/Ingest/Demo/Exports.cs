using System.Globalization;

namespace PrivateDomainBI.Ingest.Demo;

// The files in the order they are loaded, and how a row of each is written.
internal sealed class Exports : IAsyncDisposable
{
    private const string ShanghaiOffset = "+08:00";

    private readonly Period _period;
    private readonly CsvFile _units, _employees, _customers, _relations, _ownership, _events, _orders, _refunds;
    private readonly CsvFile _channels, _groups, _campaigns, _members, _audience, _reach, _costs, _targets;

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
        _channels = File("channels.csv", "channel,label,parent,reach_base", BadRows.None, 0);
        _groups = File("groups.csv", "group_id,name,type,owner_employee_id,store_id,created_at,dismissed_at", BadRows.Groups(day), 0.02);
        _campaigns = File("campaigns.csv", "campaign_id,name,starts_at,ends_at,mechanic,channels,discount,holdout_share,margin", BadRows.Campaigns(day), 0);
        _members = File("group_members.csv", "group_id,customer,joined_at,left_at,join_scene,invited_by", BadRows.Members(day), 0.003);
        _audience = File("campaign_audience.csv", "campaign_id,customer,arm,employee_id,dispatched_at,executed_at", BadRows.Audience(day), 0.003);
        _reach = File("reach.csv", "day,channel,reached,campaign_id", BadRows.Reach(day), 0.005);
        _costs = File("costs.csv", "day,amount,type,channel,campaign_id,employee_id", BadRows.Costs(day), 0.005);
        _targets = File("targets.csv", "scope,scope_id,metric,period,value,weight", BadRows.Targets, 0.003);

        CsvFile File(string name, string header, IReadOnlyList<BadRow> badRows, double repeatShare) =>
            new(directory, name, header, badRows, repeatShare, new Draw(seed, Aspect.Export, number++));
    }

    private CsvFile[] All =>
    [
        _units, _employees, _channels, _groups, _campaigns, _customers, _relations, _ownership, _members, _audience,
        _events, _orders, _refunds, _reach, _costs, _targets,
    ];

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

    public async Task WriteAsync(Communities communities, Seasons seasons, CancellationToken ct)
    {
        foreach (var channel in ChannelTree.All)
            await _channels.Field(channel.Id).Field(channel.Label).Field(channel.Parent).Field(channel.ReachBase).EndRowAsync(ct);
        foreach (var group in communities.All.Where(group => group.CreatedDay < _period.Days))
        {
            var dismissed = group.Dismissed is { } end && _period.Contains(end) ? end : (Moment?)null;
            await _groups.Field(group.Id).Field(group.Name).Field(group.Type).Field(group.Owner.Id).Field(group.StoreId)
                .Time(group.Created, _period).Time(dismissed, _period).EndRowAsync(ct);
        }
        foreach (var campaign in seasons.Promotions)
        {
            await _campaigns.Field(campaign.Id).Field(campaign.Name).Time(Moment.At(campaign.FirstDay, 0), _period).Time(Moment.At(campaign.LastDay, 0).EndOfDay, _period)
                .Field(campaign.Mechanic).Field(string.Join(';', campaign.Channels)).Field($"0.{campaign.Discount.ToString("00", CultureInfo.InvariantCulture)}")
                .Field("0.1").Field("0.6").EndRowAsync(ct);
        }
    }

    public async Task WriteAsync(Books books, Targets targets, CancellationToken ct)
    {
        foreach (var row in books.Reach())
        {
            await _reach.Field(Date(row.Day)).Field(row.Channel).Field(row.Reached.ToString(CultureInfo.InvariantCulture)).Field(row.Campaign).EndRowAsync(ct);
        }
        foreach (var row in books.Costs())
        {
            await _costs.Field(Date(row.Day)).Money(row.Cents).Field(row.Type).Field(row.Channel).Field(row.Campaign).Field(row.EmployeeId).EndRowAsync(ct);
        }
        foreach (var row in targets.All())
        {
            await _targets.Field(row.Scope).Field(row.ScopeId).Field(row.Metric).Field(row.Period).Field(row.Value).Field(row.Weight).EndRowAsync(ct);
        }
        foreach (var file in All)
            await file.RepeatAsync(ct);
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
        foreach (var row in ledger.Members.OrderBy(row => row.Stay.From))
            await WriteAsync(row, ct);
        foreach (var row in ledger.Audience.OrderBy(row => row.Campaign.FirstDay))
        {
            await _audience.Field(row.Campaign.Id).Field(row.Person.Id).Field(row.Arm).Field(row.Employee.Id)
                .Time(row.Dispatched, _period).Time(row.Executed, _period).EndRowAsync(ct);
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

    private ValueTask WriteAsync(MemberRow row, CancellationToken ct) =>
        _members.Field(row.Stay.Group.Id).Field(row.Person.Id).Time(row.Stay.From, _period).Time(row.Stay.To, _period)
            .Field(row.Stay.Scene).Field(row.Stay.InvitedBy?.Id).EndRowAsync(ct);

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

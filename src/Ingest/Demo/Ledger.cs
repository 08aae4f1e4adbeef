namespace PrivateDomainBI.Ingest.Demo;

internal sealed record CustomerRow(
    Newcomer Newcomer, Employee Employee, string? Name, string? Phone, string? Birthday, string? Gender, string? City,
    string? Job, string? IncomeBand, string? Budget, string? Preferences, string? Tags, bool Consents);

internal sealed record RelationRow(
    Person Person, Employee Employee, Moment Started, Moment? Ended, string? EndReason, int AddWay, string? State);

internal sealed record OwnershipRow(Person Person, Employee Employee, Moment From, Moment? To, string Reason);

internal readonly record struct EventRow(
    Person Person, int Number, string Type, Moment At, Employee? Employee = null, string? Channel = null, string? Touchpoint = null,
    string? Campaign = null, string? Group = null, string? Content = null, int? Value = null, string? Props = null);

internal sealed record OrderRow(string Id, Person Person, Moment PaidAt, long Cents)
{
    public string Status { get; init; } = "paid";
    public string? Parent { get; init; }
    public Employee? Employee { get; init; }
    public string? Channel { get; init; }
    public string? Campaign { get; init; }
    public string? Group { get; init; }
    public string? StoreId { get; init; }

    /// Where the buyer is looked after, for the books; no column of the file.
    public Desk? Desk { get; init; }
    public required string Domain { get; init; }
    public required string Category { get; init; }
    public bool IsTest { get; init; }
}

internal sealed record MemberRow(Person Person, Stay Stay);

internal sealed record AudienceRow(Person Person, Promotion Campaign, string Arm, Employee Employee, Moment? Dispatched, Moment? Executed);

internal sealed record RefundRow(string Id, string OrderId, Moment RefundedAt, long Cents, string Type);

// What a batch of lives has left behind so far. Rows dated outside the period are dropped here, and nowhere else:
// the simulation need not know where history stops.
internal sealed class Ledger(Period period, Tally tally, int customers)
{
    private const int EventsOfCustomer = 36;

    public List<CustomerRow> Customers { get; } = [];
    public List<RelationRow> Relations { get; } = [];
    public List<OwnershipRow> Ownership { get; } = [];
    public List<MemberRow> Members { get; } = [];
    public List<AudienceRow> Audience { get; } = [];
    public List<EventRow> Events { get; } = new(customers * EventsOfCustomer);
    public List<OrderRow> Orders { get; } = [];
    public List<RefundRow> Refunds { get; } = [];

    public bool IsWithinPeriod(int day) => day >= 0 && day < period.Days;

    public void Add(CustomerRow row)
    {
        Customers.Add(row);
        tally.Count(row.Newcomer);
    }

    public void Add(MemberRow row)
    {
        if (period.Contains(row.Stay.From))
            Members.Add(row.Stay.To is { } end && !period.Contains(end) ? row with { Stay = row.Stay with { To = null } } : row);
    }

    public void Add(AudienceRow row) =>
        Audience.Add(row.Executed is { } at && !period.Contains(at) ? row with { Executed = null } : row);

    public void Add(RelationRow row)
    {
        if (period.Contains(row.Started))
            Relations.Add(row.Ended is { } end && !period.Contains(end) ? row with { Ended = null, EndReason = null } : row);
    }

    public void Add(OwnershipRow row)
    {
        if (period.Contains(row.From))
            Ownership.Add(row.To is { } end && !period.Contains(end) ? row with { To = null } : row);
    }

    public void Add(in EventRow row)
    {
        if (!period.Contains(row.At))
            return;
        Events.Add(row);
        if (row.Type == "coupon_redeemed")
            tally.Count(row);
    }

    public bool Add(OrderRow row)
    {
        if (!period.Contains(row.PaidAt))
            return false;
        Orders.Add(row);
        tally.Count(row);
        return true;
    }

    public void Add(RefundRow row)
    {
        if (period.Contains(row.RefundedAt))
            Refunds.Add(row);
    }

    public void Clear()
    {
        Customers.Clear();
        Relations.Clear();
        Ownership.Clear();
        Members.Clear();
        Audience.Clear();
        Events.Clear();
        Orders.Clear();
        Refunds.Clear();
    }
}

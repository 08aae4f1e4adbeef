namespace PrivateDomainBI.Web.Tests.Oracle;

// Raw rows of a small company, with times as its own clock shows them. The oracle reads these and nothing else.
internal sealed record Employee(string Id, IReadOnlyList<Posting> Postings);

// Where somebody or something stood from a day on, in order; To is what a file may say of its end.
internal sealed record Posting(DateOnly From, DateOnly? To, string Unit)
{
    private static readonly string[] Employments = ["own", "outsourced", "", "coach"];

    /// <summary>What an employee was to the company; made of the day, so that a seed draws nothing for it.</summary>
    public string Employment => Employments[From.DayNumber % Employments.Length];
}

internal sealed record Unit(string Id, string Type, IReadOnlyList<Posting> Parents);

internal sealed record Customer(string Id, DateTime? JoinedAt, string Channel, string Employee, string Phone, string Birthday, string Gender, string City, string Referrer, IReadOnlyList<string> Tags);

internal sealed record Relation(string Customer, string Employee, DateTime StartedAt, DateTime? EndedAt, string EndReason, string AddWay);

internal sealed record OwnershipRow(string Customer, string Employee, DateTime From, DateTime? To);

internal sealed record Happening(
    string Id, string Type, DateTime At, string Customer, string Employee, string Channel, string Group = "", string Campaign = "", string Content = "", decimal? Value = null, string Props = "", string Touchpoint = "");

internal sealed record Order(string Id, string Customer, DateTime PaidAt, decimal Amount, string Status, string Parent, string Employee, bool IsTest, string Group = "", string Campaign = "", string Channel = "");

internal sealed record Refund(string Id, string OrderId, DateTime At, decimal Amount, string Type);

internal sealed record Group(string Id, string Type, string Owner, string Store, DateTime? Created, DateTime? Dismissed);

internal sealed record Stay(string Customer, string Group, DateTime From, DateTime? To);

internal sealed record Cost(DateOnly Day, decimal Amount, string Type, string Channel, string Employee, string Campaign);

internal sealed record ChannelRow(string Id, string Base);

internal sealed record Reach(DateOnly Day, string Channel, int Count);

internal sealed record Campaign(string Id, DateTime Start, DateTime End, string Mechanic, decimal? Margin);

internal sealed record CampaignTask(string Campaign, string Customer, string Arm, string Employee, DateTime? GivenAt, DateTime? DoneAt);

internal sealed record Listed(string List, string Customer, DateTime? From, DateTime? To);

internal sealed record Company(
    IReadOnlyList<Employee> Employees,
    IReadOnlyList<Unit> Units,
    IReadOnlyList<Customer> Customers,
    IReadOnlyList<Relation> Relations,
    IReadOnlyList<OwnershipRow> Ownership,
    IReadOnlyList<Happening> Events,
    IReadOnlyList<Order> Orders,
    IReadOnlyList<Refund> Refunds,
    IReadOnlyList<Group> Groups,
    IReadOnlyList<Stay> Stays,
    IReadOnlyList<Cost> Costs,
    IReadOnlyList<CampaignTask> Tasks,
    IReadOnlyList<ChannelRow> Channels,
    IReadOnlyList<Reach> Reaches,
    IReadOnlyList<Campaign> Campaigns,
    IReadOnlyList<Listed> Listed)
{
    public IEnumerable<string> EveryCustomer => Customers.Select(row => row.Id)
        .Concat(Relations.Select(row => row.Customer)).Concat(Ownership.Select(row => row.Customer))
        .Concat(Events.Select(row => row.Customer)).Concat(Orders.Select(row => row.Customer)).Concat(Stays.Select(row => row.Customer)).Concat(Tasks.Select(row => row.Customer)).Distinct();
}

namespace PrivateDomainBI.Ingest.Demo;

/// One row of the employees file: where somebody worked, from a day up to, not including, another.
internal sealed record Posting(string UnitId, int FromDay, int? ToDay, string Status);

// Somebody who looks after customers (or, at headquarters, does not). Traits run from 0 to 1:
// a warm employee keeps people and brings them back, a diligent one answers, follows up and asks for their details.
internal sealed class Employee(string id, string name, string role, string employmentType, double warmth, double diligence)
{
    public string Id { get; } = id;
    public string Name { get; } = name;
    public string Role { get; } = role;
    public string EmploymentType { get; } = employmentType;
    public double Warmth { get; } = warmth;
    public double Diligence { get; } = diligence;
    public List<Posting> Postings { get; } = [];

    /// When her customers are handed over: on departure all of them, on a move most of them.
    public Moment? LeavesDeskAt { get; set; }
    public bool Departs { get; set; }
}

/// Employee and the days she takes new customers at a desk.
internal sealed record Shift(Employee Employee, int FromDay, int ToDay);

// A store, or an online team: a place where customers are received. Its first shift is the manager's, who stays.
internal sealed class Desk(string unitId, string name, string regionId, string? storeId, string city, double weight)
{
    public string UnitId { get; } = unitId;
    public string Name { get; } = name;
    public string RegionId { get; } = regionId;
    public string? StoreId { get; } = storeId;
    public string City { get; } = city;
    public double Weight { get; } = weight;
    public List<Shift> Shifts { get; } = [];

    public Employee OnDuty(int day, Draw draw, Employee? except)
    {
        var present = 0;
        foreach (var shift in Shifts)
            present += IsPresent(shift) ? 1 : 0;
        if (present == 0)
            return Shifts[0].Employee;
        var chosen = draw.Below(present);
        foreach (var shift in Shifts)
        {
            if (IsPresent(shift) && chosen-- == 0)
                return shift.Employee;
        }
        return Shifts[0].Employee;

        bool IsPresent(Shift shift) => shift.Employee != except && day >= shift.FromDay && day < shift.ToDay;
    }
}

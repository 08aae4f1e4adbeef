namespace PrivateDomainBI.Core.Time;

/// <summary>Business dates from <paramref name="From"/> up to but not including <paramref name="To"/>.</summary>
public readonly record struct DateRange(DateOnly From, DateOnly To)
{
    public int Days => Math.Max(0, To.DayNumber - From.DayNumber);

    public bool IsEmpty => To <= From;

    public bool Contains(DateOnly day) => From <= day && day < To;

    /// <summary>The days of this range from <paramref name="first"/> on, all where it is null; empty when there are none.</summary>
    public DateRange StartingAt(DateOnly? first) => first > From ? this with { From = first.Value } : this;

    /// <summary>The part of this range that lies in <paramref name="other"/>; empty when there is none.</summary>
    public DateRange Intersect(DateRange other) =>
        new(From > other.From ? From : other.From, To < other.To ? To : other.To);
}

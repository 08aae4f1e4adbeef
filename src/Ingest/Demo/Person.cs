namespace PrivateDomainBI.Ingest.Demo;

// A buyer of the brand, whether or not she ever joined: the code her row keys are made of, and what she is like.
internal sealed class Person
{
    private int _orders;
    private int _events;

    public required string Id { get; init; }
    public required string Code { get; init; }

    /// How often she buys again, and how much she has to say; 1 is ordinary.
    public required double Loyalty { get; init; }
    public required double Engagement { get; init; }

    /// Comes for the coupon and leaves (羊毛党).
    public required bool IsBargainHunter { get; init; }

    /// Enrolled in the loyalty programme.
    public bool IsMember { get; set; }

    public int NextOrder() => ++_orders;

    public int NextEvent() => ++_events;
}

/// A person who joined: when, where from, and to whom.
internal sealed record Newcomer(Person Person, int Number, Moment Joined, Channel Channel, bool HidesChannel, Desk Desk, string? Referrer)
{
    /// Who brought her, as far as her own story tells of that person: by id alone, since the other's story is told elsewhere.
    public Person? Friend => Referrer is null ? null : new Person
    {
        Id = Referrer,
        Code = Person.Code + "F",
        Loyalty = 1,
        Engagement = 1,
        IsBargainHunter = false,
    };

    public int Day => Joined.OfDay;

    /// A campaign code such as douyin-s0003, as the scanned link carried it.
    public string State => $"{Channel.Id}-{Desk.UnitId}";
}

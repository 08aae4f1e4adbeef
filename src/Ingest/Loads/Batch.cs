using System.Data.Common;

namespace PrivateDomainBI.Ingest.Loads;

/// <summary>How far a batch has come. It is written down after each step, so that a process that comes later knows where to go on.</summary>
internal enum BatchState
{
    Receiving,
    Landed,
    Planned,
    Applied,
    Done,
    Failed,
}

/// <summary>One row of the log of batches. <paramref name="StartedAt"/> is the load's clock: what is later lies in the future.</summary>
internal sealed record Batch(
    ulong Number,
    string Dataset,
    string Source,
    string TimeZone,
    IReadOnlyList<string> Files,
    DateOnly? Declared,
    DateTimeOffset StartedAt)
{
    public BatchState State { get; init; } = BatchState.Receiving;

    public ulong Read { get; init; }

    public ulong Loaded { get; init; }

    public ulong Replaced { get; init; }

    public ulong Duplicate { get; init; }

    public ulong Waiting { get; init; }

    public ulong Quarantined { get; init; }

    public ulong Dropped { get; init; }

    public DateOnly? LatestDay { get; init; }

    public IReadOnlyList<string> Notices { get; init; } = [];

    public string Error { get; init; } = "";

    public double Seconds { get; init; }

    public ulong Step { get; init; }

    public Batch Next(BatchState state) => this with { State = state, Step = Step + 1 };

    /// <summary>Parameters of every statement of a load.</summary>
    public Dictionary<string, object?> Parameters(string businessZone) => new(StringComparer.Ordinal)
    {
        ["batch"] = Number,
        ["dataset"] = Dataset,
        ["source"] = Source,
        ["zone"] = businessZone,
        ["times"] = TimeZone,
        ["files"] = Files.ToArray(),
        ["clock"] = StartedAt.UtcDateTime,
        ["declared"] = Declared,
        ["state"] = State.ToString().ToLowerInvariant(),
        ["read"] = Read,
        ["loaded"] = Loaded,
        ["replaced"] = Replaced,
        ["duplicate"] = Duplicate,
        ["waiting"] = Waiting,
        ["quarantined"] = Quarantined,
        ["dropped"] = Dropped,
        ["latest_day"] = LatestDay,
        ["notices"] = Notices.ToArray(),
        ["error"] = Error,
        ["seconds"] = Seconds,
        ["step"] = Step,
        ["stage"] = $"stage_{Number}",
        ["known"] = $"known_{Number}",
        ["plan"] = $"plan_{Number}",
    };

    public static Batch From(DbDataReader row)
    {
        T Get<T>(string column) => row.GetFieldValue<T>(row.GetOrdinal(column));
        DateOnly? Day(string column) => row.IsDBNull(row.GetOrdinal(column)) ? null : Get<DateOnly>(column);
        return new Batch(
            Get<ulong>("batch"),
            Get<string>("dataset"),
            Get<string>("source"),
            Get<string>("time_zone"),
            Get<string[]>("files"),
            Day("declared_complete_through"),
            new DateTimeOffset(DateTime.SpecifyKind(Get<DateTime>("started_at"), DateTimeKind.Utc)))
        {
            State = Enum.Parse<BatchState>(Get<string>("state"), ignoreCase: true),
            Read = Get<ulong>("read"),
            Loaded = Get<ulong>("loaded"),
            Replaced = Get<ulong>("replaced"),
            Duplicate = Get<ulong>("duplicate"),
            Waiting = Get<ulong>("waiting"),
            Quarantined = Get<ulong>("quarantined"),
            Dropped = Get<ulong>("dropped"),
            LatestDay = Day("latest_day"),
            Notices = Get<string[]>("notices"),
            Error = Get<string>("error"),
            Seconds = Get<double>("seconds"),
            Step = Get<ulong>("step"),
        };
    }
}

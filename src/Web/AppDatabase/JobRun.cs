namespace PrivateDomainBI.Web.AppDatabase;

/// <summary>How a run of scheduled work ended.</summary>
internal enum JobOutcome
{
    /// <summary>There was nothing to do; not recorded.</summary>
    Idle,

    Done,

    /// <summary>It could not be done yet, for instance because data are not complete.</summary>
    Waiting,

    Failed,
}

/// <summary>One run of scheduled work. <paramref name="Detail"/> is JSON, without names of people.</summary>
internal sealed record JobRun(
    string Id, string Job, DateTimeOffset Started, DateTimeOffset Finished, JobOutcome Outcome, string Message, string Detail);

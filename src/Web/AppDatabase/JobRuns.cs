using System.Globalization;
using Dapper;

namespace PrivateDomainBI.Web.AppDatabase;

/// <summary>The record of scheduled work.</summary>
internal sealed class JobRuns(AppConnections connections, AppSql sql)
{
    public async Task AddAsync(JobRun run, CancellationToken ct)
    {
        await using var connection = await connections.OpenAsync(ct);
        var row = new
        {
            id = run.Id,
            job = run.Job,
            started = Instants.ToText(run.Started),
            finished = Instants.ToText(run.Finished),
            outcome = run.Outcome.ToString().ToLowerInvariant(),
            message = run.Message,
            detail = run.Detail,
        };
        await connection.ExecuteAsync(new CommandDefinition(sql.Query("add_job_run"), row, cancellationToken: ct));
    }

    /// <summary>The latest runs, newest first.</summary>
    public async Task<IReadOnlyList<JobRun>> ListAsync(int limit, CancellationToken ct)
    {
        await using var connection = await connections.OpenAsync(ct);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(sql.Query("list_job_runs"), new { limit }, cancellationToken: ct));
        return [.. rows.Select(row => row.ToRun())];
    }

    private sealed record Row(string Id, string Job, string Started, string Finished, string Outcome, string Message, string Detail)
    {
        public JobRun ToRun() => new(
            Id, Job, Instants.Of(Started), Instants.Of(Finished), Enum.Parse<JobOutcome>(Outcome, ignoreCase: true), Message, Detail);
    }
}

/// <summary>Instants as the app database keeps them: text whose order is time's order.</summary>
internal static class Instants
{
    public static string ToText(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset Of(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}

using System.Globalization;
using Dapper;

namespace PrivateDomainBI.Web.AppDatabase;

/// <summary>The record of reports.</summary>
internal sealed class ReportRuns(AppConnections connections, AppSql sql)
{
    public async Task SaveAsync(ReportRun run, CancellationToken ct)
    {
        await using var connection = await connections.OpenAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(sql.Query("save_report"), Row.Of(run), cancellationToken: ct));
    }

    /// <summary>The latest reports, newest first.</summary>
    public async Task<IReadOnlyList<ReportRun>> ListAsync(int limit, CancellationToken ct)
    {
        await using var connection = await connections.OpenAsync(ct);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(sql.Query("list_reports"), new { limit }, cancellationToken: ct));
        return [.. rows.Select(row => row.ToRun())];
    }

    public async Task<ReportRun?> GetAsync(string id, CancellationToken ct)
    {
        await using var connection = await connections.OpenAsync(ct);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(sql.Query("get_report"), new { id }, cancellationToken: ct));
        return row?.ToRun();
    }

    /// <summary>The newest finished report of a week, if there is one.</summary>
    public async Task<ReportRun?> FindFinishedAsync(string kind, string week, string lang, string scope, CancellationToken ct)
    {
        await using var connection = await connections.OpenAsync(ct);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(
            new CommandDefinition(sql.Query("find_finished_report"), new { kind, week, lang, scope }, cancellationToken: ct));
        return row?.ToRun();
    }

    // Names are the columns', types those that SQLite and PostgreSQL both give.
    private sealed record Row
    {
        public string id { get; init; } = "";
        public string kind { get; init; } = "";
        public string week { get; init; } = "";
        public string lang { get; init; } = "";
        public string scope { get; init; } = "";
        public string created { get; init; } = "";
        public string as_of { get; init; } = "";
        public long data_version { get; init; }
        public string metric_versions { get; init; } = "";
        public string sha256 { get; init; } = "";
        public string file { get; init; } = "";
        public int pages { get; init; }
        public string status { get; init; } = "";
        public string error { get; init; } = "";

        public static Row Of(ReportRun run) => new()
        {
            id = run.Id,
            kind = run.Kind,
            week = run.Week,
            lang = run.Lang,
            scope = run.Scope,
            created = Instants.ToText(run.Created),
            as_of = run.AsOf.ToString("O", CultureInfo.InvariantCulture),
            data_version = run.DataVersion,
            metric_versions = run.MetricVersions,
            sha256 = run.Sha256,
            file = run.File,
            pages = run.Pages,
            status = run.Status.ToString().ToLowerInvariant(),
            error = run.Error,
        };

        public ReportRun ToRun() => new(
            id, kind, week, lang, scope, Instants.Of(created), DateOnly.Parse(as_of, CultureInfo.InvariantCulture), data_version,
            metric_versions, sha256, file, pages, Enum.Parse<ReportStatus>(status, ignoreCase: true), error);
    }
}

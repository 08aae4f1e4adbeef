using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PrivateDomainBI.Warehouse.ClickHouse;
using PrivateDomainBI.Warehouse.Metrics;
using PrivateDomainBI.Warehouse.Migrations;

namespace PrivateDomainBI.Warehouse.Facts;

/// <summary>
/// Computes the facts of the customers that a batch touched, from the entities as they are now. Doing it twice
/// changes nothing, so work that was cut short is simply done again.
/// </summary>
public sealed class FactBuilder(ClickHouseDataSource source, QueryRunner queries, SqlFiles files, ShownFacts shown, SettledFacts settled, IOptions<BusinessOptions> business, ILogger<FactBuilder> log)
{
    /// <summary>The batch under which a rebuild notes whom it has still to do.</summary>
    private const ulong Everyone = 0;

    /// <summary>What <c>queries/due_count.sql</c> says was loaded when everyone is due.</summary>
    private const string Rebuild = "";

    // Keeps the working set of one slice within the memory of one query, however many are due.
    private const ulong CustomersPerSlice = 100_000;

    private const string EndOfDescription = "\n--- */";

    // What is fresh of the facts that are made of others.
    private static readonly string[] FreshViews = [.. SettledFacts.Unfolded.Select(table => $"{table}_fresh")];

    private static readonly string[] Views =
    [
        "order_movements", "relation_facts", "group_stays", "spend", "acquisition", "sales_and_spend", "campaign_tasks",
        "reach_and_adds", "leads_and_spend", "activity_and_spend", "campaign_orders", "campaign_participations", "campaign_money", "campaign_trials",
        "services", "launch_exposures", "store_groups", "brought", "referrers", "invitations", "campaign_referrals", "applications",
        "purchases", "contacts", "reviews", "survey_requests", "survey_answers", "appointments", "content_deliveries", "conversations",
        "customer_traits", "customer_tiers", "employee_spans",
    ];

    // Its comment is the checksum of them all.
    private static readonly string LastView = Views[^1];

    // Whom it is about, of whom the facts are made anew and of whom they are continued, and what they did. Each needs those before it.
    private static readonly string[] Found = ["due_touched", "due_news", "due_continued", "due_customers", "due_events"];

    // What else the rows of customers are made of; and their contacts, of which each needs those before it.
    private static readonly string[] DueOfCustomers = ["due_happenings", "due_orders", "due_relations"];

    private static readonly string[] DueContacts = ["due_told", "due_retold", "due_contacts"];

    // What is read once into tables that only this work sees.
    private static readonly string[] Due = [.. Found, .. DueOfCustomers, .. DueContacts];

    private static readonly string[] OfCustomers = ["customer_facts", "customer_facts_continued"];

    // Each needs the rows of customers that were written before.
    private static readonly string[] OfWhatTheyDid = [.. SettledFacts.Tables.Skip(1)];

    // What says nothing of customers whose facts are continued.
    private static readonly string[] Anew = ["due_orders", "due_relations", "customer_facts", "order_facts"];

    // What says nothing of any others.
    private static readonly string[] Continued = ["due_retold", "customer_facts_continued"];

    private static readonly string[] Places = ["employee_places", "employee_history"];

    // What is made of events alone.
    private static readonly string[] OfEvents = [.. DueContacts, "contact_facts", "event_facts"];

    // What these tell of customers is in none of their contacts, which are the most rows of all.
    private static readonly string[] WithoutContacts = ["orders", "refunds", "group_members", "campaign_audience"];

    // What tells where employees stand.
    private static readonly string[] OfPlaces = ["employees", "org_units", Rebuild];

    /// <summary>Brings the views that models and metrics read to this version's; call once after migrating.</summary>
    // A view that is replaced is away for a moment, and a server at work beside a verb would meet that moment. So nothing is
    // replaced that is as it should be; but all are when one is not, or a table is: a view keeps the columns its sources had.
    public async Task ApplyViewsAsync(CancellationToken ct)
    {
        var (fresh, views) = (Texts(FreshViews), Texts(Views));
        var checksum = Checksum(string.Concat([.. files.ReadAll("migrations").Select(file => file.Text), .. fresh, .. ShownFacts.Texts, .. views]));
        var noted = await queries.ReadFileAsync("queries/views_checksum.sql", new Dictionary<string, object?> { ["view"] = LastView }, row => row.GetString(0), ct);
        if (noted.Contains(checksum))
            return;
        if (noted.Count > 0)
            await NoteViewsAsync("", ct);
        await shown.CreateTablesAsync(ct);
        foreach (var view in fresh)
            await source.ExecuteAsync(view, ct);
        await shown.CreateUnfoldedAsync(ct);
        foreach (var view in views)
            await source.ExecuteAsync(view, ct);
        await NoteViewsAsync(checksum, ct);
    }

    /// <summary>Recomputes the facts of the customers noted in <c>touched</c> under this batch, then forgets the note.</summary>
    public async Task RefreshAsync(ulong batch, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var (due, dataset, version) = (await queries.ReadFileAsync(
            "queries/due_count.sql", new Dictionary<string, object?> { ["batch"] = batch }, row => (row.GetFieldValue<ulong>(0), row.GetString(1), row.GetFieldValue<ulong>(2)), ct)).Single();
        var slices = (due + CustomersPerSlice - 1) / CustomersPerSlice;
        for (var slice = 0UL; slice < slices; slice++)
        {
            var parameters = new Dictionary<string, object?> { ["batch"] = batch, ["dataset"] = dataset, ["slices"] = slices, ["slice"] = slice, ["version"] = version, ["zone"] = business.Value.TimeZone };
            // No row is fresh before the facts are written, so views may still be exchanged meanwhile.
            await Task.WhenAll(shown.ShowFreshAsync(ct), RunAsync(Found, parameters, ct));
            var (anew, continued) = (await queries.ReadFileAsync("queries/due_kinds.sql", new Dictionary<string, object?>(), row => (row.GetFieldValue<ulong>(0), row.GetFieldValue<ulong>(1)), ct)).Single();
            bool IsAsked(string step) => (anew > 0 || !Anew.Contains(step)) && (continued > 0 || !Continued.Contains(step)) && !(OfEvents.Contains(step) && WithoutContacts.Contains(dataset));
            await Task.WhenAll(
                RunAsync(DueOfCustomers.Concat(OfCustomers).Where(IsAsked), parameters, ct),
                RunAsync(DueContacts.Where(IsAsked), parameters, ct));
            await Task.WhenAll(OfWhatTheyDid.Where(IsAsked).Select(step => RunAsync([step], parameters, ct)));
        }

        if (OfPlaces.Contains(dataset))
        {
            foreach (var places in Places)
                await source.ExecuteAsync(files.Read($"models/{places}.sql").Text, new Dictionary<string, object?> { ["version"] = version }, ct);
        }

        await ForgetAsync(batch, ct);
        await source.ExecuteAsync($"DROP TABLE IF EXISTS {string.Join(", ", Due)} SYNC", ct);
        log.LogInformation("facts of batch {Batch}: {Customers} customers in {Milliseconds:0} ms", batch, due, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private async Task RunAsync(IEnumerable<string> steps, Dictionary<string, object?> parameters, CancellationToken ct)
    {
        foreach (var step in steps)
            await source.ExecuteAsync(files.Read($"models/{step}.sql").Text, parameters, ct);
    }

    /// <summary>Drops all facts and computes them anew for everyone; the result equals the incremental one row for row. No load may write beside it.</summary>
    public async Task RebuildAsync(CancellationToken ct)
    {
        await ForgetAsync(Everyone, ct);
        await source.ExecuteAsync(files.Read("models/touch_everyone.sql").Text, ct);
        // After the customers are due and before their facts go: whoever reads in between knows that it is no answer to keep.
        await source.ExecuteAsync(files.Read("models/note_rebuild.sql").Text, ct);
        foreach (var table in SettledFacts.Tables.SelectMany(table => (string[])[$"{table}_fresh", $"{table}_settled"]).Concat(SettledFacts.Unfolded.Select(table => $"{table}_settled")).Concat(Places))
            await source.ExecuteAsync($"TRUNCATE TABLE {table}", ct);
        await RefreshAsync(Everyone, ct);
        await settled.SettleAsync(CancellationToken.None, ct);
        await NoteDefinitionAsync(ct);
    }

    /// <summary>Ends a rebuild that was cut short, and begins one when the facts were built by another definition; call once at start. No load may write beside it.</summary>
    public async Task FinishRebuildAsync(CancellationToken ct)
    {
        var due = (await queries.ReadFileAsync("queries/due_count.sql", new Dictionary<string, object?> { ["batch"] = Everyone }, row => row.GetFieldValue<ulong>(0), ct)).Single();
        var (built, hasFacts) = (await queries.ReadFileAsync("queries/facts_definition.sql", new Dictionary<string, object?>(), row => (row.GetString(0), row.GetBoolean(1)), ct)).Single();
        var isOther = built != Definition();
        if (due > 0 || (isOther && hasFacts))
        {
            log.LogInformation("facts are rebuilt: {Reason}", due > 0 ? "a rebuild was cut short" : "their definition has changed");
            await RebuildAsync(ct);
        }
        else if (isOther)
        {
            await NoteDefinitionAsync(ct);
        }
        else
        {
            await settled.ShowAsync(ct);
        }
    }

    // All statements that decide what a row of facts says; the views that questions read do not, nor what stands above a statement.
    private string Definition() => string.Join(' ', FreshViews.Concat(Due).Concat(OfCustomers).Concat(OfWhatTheyDid).Concat(Places).Select(model =>
    {
        var text = files.Read($"models/{model}.sql").Text;
        var statement = text[(text.IndexOf(EndOfDescription, StringComparison.Ordinal) + 1)..];
        return Checksum(statement);
    }));

    private List<string> Texts(IEnumerable<string> views) => [.. views.Select(view => files.Read($"models/{view}.sql").Text)];

    private static string Checksum(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    private Task NoteViewsAsync(string checksum, CancellationToken ct) => source.ExecuteAsync($"ALTER TABLE {LastView} MODIFY COMMENT '{checksum}'", ct);

    private Task NoteDefinitionAsync(CancellationToken ct) => source.ExecuteAsync(
        "INSERT INTO facts_definition SELECT {checksum:String}, toUnixTimestamp64Milli(now64(3))", new Dictionary<string, object?> { ["checksum"] = Definition() }, ct);

    private Task ForgetAsync(ulong batch, CancellationToken ct) => source.ExecuteAsync($"ALTER TABLE touched DROP PARTITION {batch}", ct);
}

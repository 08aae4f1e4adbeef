namespace PrivateDomainBI.Ingest.Demo;

/// <summary>
/// An invented skin-care brand and its customers, written as the data files a real one would export: so many customers
/// joining over so many months that end with the last day given. Stores and employees follow from the number of customers.
/// The same options give the same rows on every machine; another seed is another company.
/// </summary>
public sealed record DemoCompany(DateOnly Until, int Customers = DemoCompany.DefaultCustomers, int Months = DemoCompany.DefaultMonths, long Seed = DemoCompany.DefaultSeed)
{
    public const int DefaultCustomers = 30_000;
    public const int DefaultMonths = 15;
    public const long DefaultSeed = 2026;
    public const int MostCustomers = 9_999_999;
    public const int MostMonths = 120;

    // Bounds memory: what this many customers do is sorted by time, then written.
    private const int Batch = 32_768;

    /// <summary>Yesterday in Shanghai, the last day that is over; there has been no daylight saving since 1991.</summary>
    public static DateOnly Yesterday(TimeProvider clock) =>
        DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime).AddDays(-1);

    /// <summary>Writes the files and their manifest into a directory, which is made if needed.</summary>
    public async Task<DemoManifest> WriteAsync(string directory, CancellationToken ct)
    {
        if (Customers is < 1 or > MostCustomers || Months is < 1 or > MostMonths)
            throw new InvalidOperationException($"A demo company has 1 to {MostCustomers} customers and 1 to {MostMonths} months.");
        Directory.CreateDirectory(directory);

        var period = new Period(Until, Months);
        var seasons = new Seasons(period);
        var organisation = new Organisation(Seed, Customers, period);
        var population = new Population(this, period, seasons, organisation);
        var communities = new Communities(period, seasons, organisation);
        var tally = new Tally(period);
        var ledger = new Ledger(period, tally, Math.Min(Batch, Customers));
        var lives = new Lives(Seed, period, seasons, organisation, communities, ledger);

        await using var exports = new Exports(directory, Seed, period);
        await exports.WriteAsync(organisation, ct);
        await exports.WriteAsync(communities, seasons, ct);
        for (var first = 0; first < Customers; first += Batch)
        {
            var last = Math.Min(Customers, first + Batch);
            ct.ThrowIfCancellationRequested();
            for (var number = first; number < last; number++)
                lives.Live(population.Customer(number));
            for (var number = WalkInsBefore(first); number < WalkInsBefore(last); number++)
                lives.WalkIn(population.WalkIn(number), number, population.FirstDayOfWalkIn(number));
            await exports.WriteAsync(ledger, ct);
            ledger.Clear();
        }

        await exports.WriteAsync(new Books(Seed, Customers, period, seasons, organisation, tally), new Targets(Seed, period, organisation, tally), ct);

        var files = await exports.CompleteAsync(ct);
        var manifest = new DemoManifest("云杉里护肤", Seed, Customers, Months, period.From, Until, files, Notes(organisation, period));
        await manifest.SaveAsync(directory, ct);
        return manifest;

        int WalkInsBefore(int customers) => (int)((long)population.WalkIns * customers / Customers);
    }

    private static IReadOnlyList<string> Notes(Organisation organisation, Period period) =>
    [
        $"{organisation.ProblemStore.UnitId} {organisation.ProblemStore.Name}: day-1 retention falls from {period.IsoDate(period.Days - Organisation.ProblemDays)} on, its new customers are not greeted.",
        "douyin is the poorest channel, store_qr and referral the best; bargain hunters come with promotions and leave early.",
        "Customers named member_id:M… buy but never joined: they are in orders and events, not in customers.",
        "A tenth of each campaign's audience is held out; those whose employee told them of it take part and buy more. The one of late August is a launch.",
        "What a new customer cost depends on the channel: paid media three to five times as much as a parcel card.",
        "Duplicates repeat an earlier row exactly; bad rows are listed by line.",
    ];
}

using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PrivateDomainBI.Ingest.Loads;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Ingest.Tests.Loads;

/// <summary>Whatever is loaded in whatever batches: what stays is what the last line of each key said, and every line is counted once.</summary>
public class LastLineWinsTests(TestEngine engine)
{
    private sealed record Line(int Key, int Customer, int Minute, int Value);

    private static Gen<Line> Lines =>
        from key in Gen.Choose(0, 5)
        from customer in Gen.Choose(0, 2)
        from minute in Gen.Choose(0, 2)
        from value in Gen.Choose(0, 1)
        select new Line(key, customer, minute, value);

    private static Gen<Line[][]> Batches => Gen.ArrayOf(Gen.ArrayOf(Lines).Resize(12)).Resize(5);

    [Fact]
    public async Task Load_AnyBatchesOfEvents_EqualsThePlainModel()
    {
        await using var company = await Company.StartAsync(engine);
        var cases = Batches.Sample(12, 12).ToList();
        for (var i = 0; i < cases.Count; i++)
            await CheckAsync(company, $"k{i}_", cases[i]);
    }

    private static string Words(Line[][] batches) => string.Join("; ", batches.Select(batch => string.Join(", ", batch.Select(line => line.ToString()))));

    private static async Task CheckAsync(Company company, string prefix, Line[][] batches)
    {
        var known = new Dictionary<int, Line>();
        foreach (var batch in batches)
        {
            ulong loaded = 0, replaced = 0, duplicate = 0;
            foreach (var line in batch)
            {
                if (!known.TryGetValue(line.Key, out var before))
                    loaded++;
                else if (before == line)
                    duplicate++;
                else
                    replaced++;
                known[line.Key] = line;
            }

            var result = await company.LoadAsync("events", "event_id,customer,occurred_at,value,type\n" + string.Concat(batch.Select(line =>
                string.Create(CultureInfo.InvariantCulture, $"{prefix}{line.Key},{prefix}{line.Customer},2026-01-01T00:0{line.Minute}:00Z,{line.Value},store_visited\n"))));
            (result.Loaded, result.Replaced, result.Duplicate).ShouldBe((loaded, replaced, duplicate), Words(batches));
        }

        (await company.RowsAsync($"SELECT event_id, customer, occurred_at, value FROM events FINAL WHERE startsWith(event_id, '{prefix}') ORDER BY event_id")).ShouldBe(
            known.Values.OrderBy(line => line.Key).Select(line =>
                string.Create(CultureInfo.InvariantCulture, $"{prefix}{line.Key}|file:{prefix}{line.Customer}|2026-01-01 00:0{line.Minute}:00.000|{line.Value}")),
            Words(batches));
        (await company.RowsAsync($"SELECT event_id FROM event_keys FINAL WHERE startsWith(event_id, '{prefix}') ORDER BY event_id")).Length.ShouldBe(known.Count);
    }
}

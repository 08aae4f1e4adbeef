using System.CommandLine;
using System.Diagnostics;
using PrivateDomainBI.Ingest.Loads;
using PrivateDomainBI.Warehouse.Facts;

namespace PrivateDomainBI.Web.CommandLine;

// `rebuild`: drops a derived layer and computes it anew from the one below.
internal static class RebuildVerb
{
    public static Command Create()
    {
        var facts = new Option<bool>("--facts") { Description = "The facts that metrics read (what is rebuilt when nothing is named)" };
        var identity = new Option<bool>("--identity") { Description = "Who is who; each identity is a customer of its own so far, so there is nothing to rebuild" };
        var verb = new Command("rebuild", "Drops and rebuilds a derived layer; the result equals the incremental one row for row") { facts, identity };
        verb.SetAction(async (parsed, ct) =>
        {
            if (parsed.GetValue(identity))
                await Console.Error.WriteLineAsync("rebuild --identity: each identity is a customer of its own so far; there is nothing to rebuild");
            if (parsed.GetValue(identity) && !parsed.GetValue(facts))
                return ExitStatus.Done;
            var started = Stopwatch.GetTimestamp();
            await using var warehouse = await WarehouseSession.OpenAsync(parsed.GetValue(GlobalOptions.Data)!, ct);
            await warehouse.Services.GetRequiredService<LoadService>().AloneAsync(warehouse.Services.GetRequiredService<FactBuilder>().RebuildAsync, ct);
            await Console.Error.WriteLineAsync(FormattableString.Invariant($"facts rebuilt in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));
            return ExitStatus.Done;
        });
        return verb;
    }
}

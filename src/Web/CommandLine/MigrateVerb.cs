using System.CommandLine;

namespace PrivateDomainBI.Web.CommandLine;

// `migrate`: brings the warehouse's tables to this version and ends.
internal static class MigrateVerb
{
    public static Command Create()
    {
        var verb = new Command("migrate", "Brings the warehouse's tables to this version");
        verb.SetAction(async (parsed, ct) =>
        {
            await using var warehouse = await WarehouseSession.OpenAsync(parsed.GetValue(GlobalOptions.Data)!, ct);
            await Console.Error.WriteLineAsync("the warehouse is up to date");
            return ExitStatus.Done;
        });
        return verb;
    }
}

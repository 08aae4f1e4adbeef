using System.CommandLine;
using System.CommandLine.Invocation;
using System.Data.Common;

namespace PrivateDomainBI.Web.CommandLine;

// The verbs of the program. Each has a file of its own with a Create method, listed here.
internal static class Root
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("PrivateDomainBI: KPIs of private-domain operations, down to the customer.")
        {
            ServeVerb.Create(),
            QueryVerb.CreateQuery(),
            QueryVerb.CreateCustomers(),
            ScorecardVerb.Create(),
            ValidateVerb.Create(),
            RebuildVerb.Create(),
            MigrateVerb.Create(),
            EngineVerb.Create(),
            DemoVerb.Create(),
            LoadVerb.Create(),
            SegmentVerb.Create(),
            ReportVerb.Create(),
            GlobalOptions.Data,
            GlobalOptions.Json,
        };

        var parsed = root.Parse(args);
        if (parsed.CommandResult.Command == root && parsed.Action is null or ParseErrorAction)
        {
            parsed = root.Parse([ServeVerb.Name, .. args]);
        }

        if (parsed.Errors.Count > 0)
        {
            await parsed.InvokeAsync();
            return ExitStatus.WrongUse;
        }

        // Ctrl+C and SIGTERM cancel the verb's token; an engine needs some time to close its data.
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30), EnableDefaultExceptionHandler = false });
        }
        catch (Exception failed) when (failed is DbException or IOException or UnauthorizedAccessException or InvalidOperationException or TimeoutException)
        {
            await Console.Error.WriteLineAsync($"{parsed.CommandResult.Command.Name} failed: {failed.Message}");
            return ExitStatus.Failed;
        }
    }
}

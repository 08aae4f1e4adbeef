using System.Globalization;
using PrivateDomainBI.Engine.Native;

namespace PrivateDomainBI.Engine.Sessions;

// The settings every statement starts from, and how those of a request are laid over them: anything may
// be changed, but memory never raised above the server's own limit.
internal sealed class SessionSettings(EngineOptions options)
{
    private const string Memory = "max_memory_usage";

    // KILL QUERY finds a statement by this setting: it needs no change of the statement's text.
    private const string KillMark = "log_comment";

    // A statement gets a thread for each such piece of the free memory. The engine's own gigabyte is meant for servers with
    // hundreds of them: within the limit here it left every question one thread, however many cores there are.
    private const long MemoryPerThread = 128L << 20;

    private readonly Dictionary<string, string> _host = new()
    {
        ["implicit_select"] = "0",
        ["allow_introspection_functions"] = "0",
        [Memory] = options.MaxMemoryBytes.ToString(CultureInfo.InvariantCulture),
        // A question names few of a view's columns; planned as one statement, the others are never looked at. A view is then
        // a subquery, which need not be given a name to be joined.
        ["analyzer_inline_views"] = "1",
        ["joined_subquery_requires_alias"] = "0",
        ["max_threads_min_free_memory_per_thread"] = MemoryPerThread.ToString(CultureInfo.InvariantCulture),
        ["max_execution_time"] = options.MaxExecutionSeconds.ToString(CultureInfo.InvariantCulture),
        ["max_result_bytes"] = options.MaxResultBytes.ToString(CultureInfo.InvariantCulture),
    };

    public static string KillCondition(string killId) => $"Settings['{KillMark}'] = '{killId}'";

    public Dictionary<string, string> With(IReadOnlyDictionary<string, string> requested, string killId)
    {
        var settings = new Dictionary<string, string>(_host);
        foreach (var (name, value) in requested)
        {
            if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.'))
            {
                throw new EngineException(115, "UNKNOWN_SETTING", $"Unknown setting '{name}'");
            }

            settings[name] = value;
        }

        if (!ulong.TryParse(settings[Memory], CultureInfo.InvariantCulture, out var memory) || memory == 0 || memory > (ulong)options.MaxMemoryBytes)
        {
            settings[Memory] = _host[Memory];
        }

        settings[KillMark] = killId;
        return settings;
    }
}

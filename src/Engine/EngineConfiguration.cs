using System.Globalization;

namespace PrivateDomainBI.Engine;

// Hands the limits of the parent's configuration to the engine process, whatever files it may read itself.
internal static class EngineConfiguration
{
    public static IEnumerable<KeyValuePair<string, string>> AsEnvironment(EngineOptions options)
    {
        yield return Pair(nameof(options.Connections), options.Connections);
        yield return Pair(nameof(options.MaxExecutionSeconds), options.MaxExecutionSeconds);
        yield return Pair(nameof(options.StuckAfterSeconds), options.StuckAfterSeconds);
        yield return Pair(nameof(options.MaxMemoryBytes), options.MaxMemoryBytes);
        yield return Pair(nameof(options.MaxResultBytes), options.MaxResultBytes);
        yield return Pair(nameof(options.MergeThreads), options.MergeThreads);
    }

    private static KeyValuePair<string, string> Pair(string name, long value) =>
        new($"{EngineOptions.Section}__{name}", value.ToString(CultureInfo.InvariantCulture));
}

using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Core.Benchmarks;

/// <summary>
/// What is usual in an industry for one metric, from <paramref name="From"/> to <paramref name="To"/> in its unit (shares as 0 to 1,
/// money in major units); both are the same where one number was told. <paramref name="Grain"/>: the only length of period it is
/// of, null where any will do; <paramref name="Source"/>: who told it and when.
/// </summary>
public sealed record Benchmark(string Metric, decimal From, decimal To, Grain? Grain, Text Source);

/// <summary>The benchmarks of one industry, as a file in <c>benchmarks</c> tells them.</summary>
public sealed record Industry(string Name, Text Label, IReadOnlyDictionary<string, Benchmark> Benchmarks)
{
    /// <summary>The benchmark of a metric over periods of this length; null where there is none.</summary>
    public Benchmark? Of(string metric, Grain grain) =>
        Benchmarks.GetValueOrDefault(metric) is { } found && (found.Grain is null || found.Grain == grain) ? found : null;
}

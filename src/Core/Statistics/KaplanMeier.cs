using System.Buffers;

namespace PrivateDomainBI.Core.Statistics;

/// <summary>What is known of those followed to one time: how many it happened to then, how many were last seen then.</summary>
public readonly record struct Followed(int Time, long Events, long Censored);

/// <summary>
/// Share that an event has not happened to by a time, 0–1, with Greenwood's standard error and a 95 % interval.
/// <paramref name="AtRisk"/>: those still followed at that time. The error is null where the estimate is 0 or 1.
/// </summary>
public sealed record Survival(double Share, double? StandardError, double Low, double High, long AtRisk);

/// <summary>
/// The product-limit estimator (Kaplan and Meier, JASA 1958). Who is last seen on the day of an event was at risk of it.
/// The interval is the log-log one, which stays within 0–1; it does not exist where the estimate is 0 or 1, and Wilson's
/// interval of those at risk stands in.
/// </summary>
public sealed class KaplanMeier
{
    private const double Z95 = 1.959963984540054;

    private readonly IReadOnlyList<Followed> _times;
    private readonly long _everyone;

    private KaplanMeier(IReadOnlyList<Followed> times)
    {
        _times = times;
        _everyone = times.Sum(time => time.Events + time.Censored);
    }

    /// <summary><paramref name="counts"/> in any order; several of one time add up.</summary>
    public static KaplanMeier Of(IEnumerable<Followed> counts)
    {
        // Of thousands of employees with hundreds of days each, to sort and add up in place takes a fraction of grouping them.
        Followed[] times = [.. counts];
        Array.Sort(times, (one, other) => one.Time.CompareTo(other.Time));
        var last = -1;
        foreach (var count in times)
        {
            if (last >= 0 && times[last].Time == count.Time)
                times[last] = new Followed(count.Time, times[last].Events + count.Events, times[last].Censored + count.Censored);
            else
                times[++last] = count;
        }

        return new KaplanMeier(new ArraySegment<Followed>(times, 0, last + 1));
    }

    /// <summary>One of each: the time at which it happened, or until which it was followed; <paramref name="happened"/> is 1 or 0.</summary>
    public static KaplanMeier OfEach(ReadOnlySpan<ushort> times, ReadOnlySpan<byte> happened)
    {
        var end = 0;
        foreach (var time in times)
            end = Math.Max(end, time + 1);
        // Of each time, whom it happened to and who was last seen.
        var (events, censored) = (ArrayPool<int>.Shared.Rent(end), ArrayPool<int>.Shared.Rent(end));
        Array.Clear(events, 0, end);
        Array.Clear(censored, 0, end);
        for (var i = 0; i < times.Length; i++)
        {
            events[times[i]] += happened[i];
            censored[times[i]] += 1 - happened[i];
        }

        var counts = new List<Followed>();
        for (var time = 0; time < end; time++)
        {
            if (events[time] + censored[time] > 0)
                counts.Add(new Followed(time, events[time], censored[time]));
        }

        ArrayPool<int>.Shared.Return(events);
        ArrayPool<int>.Shared.Return(censored);
        return new KaplanMeier(counts);
    }

    /// <summary>How many were followed, and to how many of them it happened.</summary>
    public (long Everyone, long Events) Counts => (_everyone, _times.Sum(time => time.Events));

    /// <summary>The first time by which it has happened to half of them; null when they were not followed so far.</summary>
    public int? Median()
    {
        var (share, atRisk) = (1.0, _everyone);
        foreach (var (at, events, censored) in _times)
        {
            // A product of fractions that comes to one half exactly need not do so in doubles.
            share *= 1 - ((double)events / atRisk);
            if (share <= 0.5 + 1e-9)
                return at;
            atRisk -= events + censored;
        }

        return null;
    }

    /// <summary>The estimate at the end of <paramref name="time"/>; null when nobody was followed that far.</summary>
    public Survival? At(int time)
    {
        var atRisk = _everyone;
        var (share, variance) = (1.0, 0.0);
        foreach (var (at, events, censored) in _times)
        {
            if (at > time)
                break;
            if (events > 0)
            {
                share *= 1 - ((double)events / atRisk);
                variance += events / ((double)atRisk * (atRisk - events));
            }

            if (share == 0)
                return Certain(0, atRisk);
            if (at < time)
                atRisk -= events + censored;
        }

        if (atRisk == 0)
            return null;
        if (share == 1)
            return Certain(1, atRisk);
        var spread = Z95 * Math.Sqrt(variance) / -Math.Log(share);
        return new Survival(share, share * Math.Sqrt(variance), Math.Pow(share, Math.Exp(spread)), Math.Pow(share, Math.Exp(-spread)), atRisk);
    }

    private static Survival Certain(int share, long atRisk)
    {
        var (low, high) = Wilson.Interval(share * atRisk, atRisk)!.Value;
        return new Survival(share, StandardError: null, low, high, atRisk);
    }
}

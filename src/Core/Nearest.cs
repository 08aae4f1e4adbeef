namespace PrivateDomainBI.Core;

/// <summary>Words an unknown name so that the right one is at hand.</summary>
public static class Nearest
{
    /// <summary>“unknown metric 'gvm'; did you mean gmv, aov?”</summary>
    public static string Unknown(string what, string name, IEnumerable<string> known)
    {
        var near = To(name, known);
        return near.Count == 0 ? $"unknown {what} '{name}'" : $"unknown {what} '{name}'; did you mean {string.Join(", ", near)}?";
    }

    /// <summary>Up to three known names closest to <paramref name="name"/>, the closest first.</summary>
    public static IReadOnlyList<string> To(string name, IEnumerable<string> known) =>
        [.. known.Select(candidate => (candidate, distance: Distance(name, candidate)))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Take(3).Select(pair => pair.candidate)];

    // Levenshtein, but a shared part (gmv in group_gmv) counts as near.
    private static int Distance(string a, string b)
    {
        if (a.Length > 2 && b.Contains(a, StringComparison.OrdinalIgnoreCase))
            return 1;
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }

            previous = current;
        }

        return previous[b.Length];
    }
}

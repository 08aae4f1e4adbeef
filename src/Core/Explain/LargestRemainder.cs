namespace PrivateDomainBI.Core.Explain;

/// <summary>Rounds parts so that what is shown adds up to what is shown.</summary>
public static class LargestRemainder
{
    private const int Dust = 12;

    /// <summary>
    /// <paramref name="parts"/> to <paramref name="digits"/> places, adding up to <paramref name="whole"/>: all are rounded
    /// down, and the units still missing go to those that lost most, the larger part first where two lost alike. A part
    /// that needs no rounding is left as it is while others do. <paramref name="whole"/> may differ from the sum of the
    /// parts by its own rounding, but must have no more digits.
    /// </summary>
    public static IReadOnlyList<decimal> Round(IReadOnlyList<decimal> parts, decimal whole, int digits)
    {
        var unit = 1m;
        for (var i = 0; i < digits; i++)
            unit /= 10;
        // Divisions leave dust in the last of 28 digits; a part that is whole but for it is whole.
        parts = [.. parts.Select(part => Math.Round(part, digits + Dust))];
        var rounded = parts.Select(part => Math.Floor(part / unit) * unit).ToArray();
        var missing = (whole - rounded.Sum()) / unit;
        if (!decimal.IsInteger(missing))
            throw new ArgumentException($"{whole} has more than {digits} digits", nameof(whole));
        if (missing == 0)
            return rounded;

        var lost = parts.Select((part, index) => part - rounded[index]).ToArray();
        var inexact = Enumerable.Range(0, parts.Count).Where(index => lost[index] > 0).ToList();
        // The whole's own rounding may leave a unit that no part lost.
        var takers = (inexact.Count > 0 ? inexact : [.. Enumerable.Range(0, parts.Count)])
            .OrderByDescending(index => lost[index]).ThenByDescending(index => Math.Abs(parts[index])).ToList();
        if (takers.Count == 0)
            throw new ArgumentException($"no parts to make up {whole}", nameof(parts));
        if (missing < 0)
            takers.Reverse();
        for (var i = 0; i < Math.Abs(missing); i++)
            rounded[takers[i % takers.Count]] += Math.Sign(missing) * unit;
        return rounded;
    }
}

using System.Collections;
using System.Net;
using System.Runtime.CompilerServices;

namespace PrivateDomainBI.Warehouse.Tests.ClickHouse.RoundTrip;

/// <summary>Equality to the last bit: NaN is NaN, -0 is not 0, 1.50 is not 1.5, a UTC time is not a local one.</summary>
internal static class Same
{
    public static bool Are(object? a, object? b) => (a ?? DBNull.Value, b ?? DBNull.Value) switch
    {
        (double x, double y) => (double.IsNaN(x) && double.IsNaN(y)) || BitConverter.DoubleToInt64Bits(x) == BitConverter.DoubleToInt64Bits(y),
        (float x, float y) => (float.IsNaN(x) && float.IsNaN(y)) || BitConverter.SingleToInt32Bits(x) == BitConverter.SingleToInt32Bits(y),
        (decimal x, decimal y) => decimal.GetBits(x).SequenceEqual(decimal.GetBits(y)) || (x == 0 && y == 0 && x.Scale == y.Scale),
        (DateTime x, DateTime y) => x == y && x.Kind == y.Kind,
        (string x, string y) => x == y,
        (IPAddress x, IPAddress y) => x.Equals(y),
        (IDictionary x, IDictionary y) => x.Count == y.Count && x.Keys.Cast<object>().All(k => y.Contains(k) && Are(x[k], y[k])),
        (ITuple x, ITuple y) => x.Length == y.Length && Enumerable.Range(0, x.Length).All(i => Are(x[i], y[i])),
        (Array x, Array y) => x.GetType() == y.GetType() && x.Length == y.Length && x.Cast<object?>().Zip(y.Cast<object?>()).All(p => Are(p.First, p.Second)),
        var (x, y) => x.GetType() == y.GetType() && x.Equals(y),
    };

    public static string Show(object? value) => value switch
    {
        null or DBNull => "NULL",
        string text => $"\"{text}\"",
        IDictionary map => $"{{{string.Join(", ", map.Keys.Cast<object>().Select(k => $"{Show(k)}: {Show(map[k])}"))}}}",
        Array items => $"[{string.Join(", ", items.Cast<object?>().Select(Show))}]",
        DateTime time => $"{time:O}",
        _ => $"{value} ({value.GetType().Name})",
    };
}

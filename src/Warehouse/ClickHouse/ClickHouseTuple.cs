using System.Runtime.CompilerServices;

namespace PrivateDomainBI.Warehouse.ClickHouse;

/// <summary>A value of Tuple(…): its elements by position, and by name where the type names them.</summary>
public sealed class ClickHouseTuple(IReadOnlyList<object?> items, IReadOnlyList<string?> names) : ITuple, IEquatable<ClickHouseTuple>
{
    public int Length => items.Count;

    public object? this[int index] => items[index];

    public object? this[string name]
    {
        get
        {
            for (var i = 0; i < names.Count; i++)
            {
                if (names[i] == name)
                    return items[i];
            }
            throw new KeyNotFoundException($"The tuple has no element '{name}'.");
        }
    }

    public bool Equals(ClickHouseTuple? other) => other is not null && items.SequenceEqual(other.ToArray());

    public override bool Equals(object? obj) => Equals(obj as ClickHouseTuple);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    public object?[] ToArray() => [.. items];

    public override string ToString() => $"({string.Join(", ", items)})";
}

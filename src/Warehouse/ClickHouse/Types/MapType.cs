using System.Collections;
using System.Text;
using PrivateDomainBI.Warehouse.ClickHouse.Binary;

namespace PrivateDomainBI.Warehouse.ClickHouse.Types;

// A ClickHouse map key is never NULL, but the type parameter of ColumnType<T> cannot say so.
#pragma warning disable CS8714

/// <summary>Map(K, V) as a dictionary. ClickHouse allows a key twice; the last one is kept, as its own lookups would not tell.</summary>
internal sealed class MapType<TKey, TValue>(ColumnType<TKey> key, ColumnType<TValue> value)
    : ClassType<Dictionary<TKey, TValue>>($"Map({key.Name}, {value.Name})")
{
    public override bool TrySkip(ref RowReader reader)
    {
        if (!reader.TryReadLength(out var count))
            return false;
        for (var i = 0; i < count; i++)
        {
            if (!key.TrySkip(ref reader) || !value.TrySkip(ref reader))
                return false;
        }
        return true;
    }

    public override Dictionary<TKey, TValue> Read(ref RowReader reader)
    {
        var count = reader.ReadLength();
        var map = new Dictionary<TKey, TValue>(count);
        for (var i = 0; i < count; i++)
        {
            var name = key.Read(ref reader);
            map[name] = value.Read(ref reader);
        }
        return map;
    }

    public override void Write(RowWriter writer, Dictionary<TKey, TValue> map)
    {
        writer.WriteLength(map.Count);
        foreach (var (name, item) in map)
        {
            key.Write(writer, name);
            value.Write(writer, item);
        }
    }

    public override void AppendText(StringBuilder text, Dictionary<TKey, TValue> map, bool quoted)
    {
        text.Append('{');
        foreach (var (name, item) in map)
        {
            if (text[^1] != '{')
                text.Append(',');
            key.AppendText(text, name, quoted: true);
            text.Append(':');
            value.AppendText(text, item, quoted: true);
        }
        text.Append('}');
    }

    public override Dictionary<TKey, TValue> From(object? map) => map switch
    {
        Dictionary<TKey, TValue> same => same,
        IEnumerable<KeyValuePair<TKey, TValue>> pairs => new Dictionary<TKey, TValue>(pairs),
        IDictionary entries => entries.Keys.Cast<object>().ToDictionary(key.From, k => value.From(entries[k])),
        _ => throw Refuse(map),
    };
}

using System.Collections;
using System.Text;
using PrivateDomainBI.Warehouse.ClickHouse.Binary;

namespace PrivateDomainBI.Warehouse.ClickHouse.Types;

/// <summary>Array(T) as T[]; any sequence of fitting elements may be written.</summary>
internal sealed class ArrayType<T>(ColumnType<T> element) : ClassType<T[]>($"Array({element.Name})")
{
    public override bool TrySkip(ref RowReader reader)
    {
        if (!reader.TryReadLength(out var count))
            return false;
        if (element.FixedSize is { } size)
            return reader.TrySkip((long)count * size);
        for (var i = 0; i < count; i++)
        {
            if (!element.TrySkip(ref reader))
                return false;
        }
        return true;
    }

    public override T[] Read(ref RowReader reader)
    {
        var count = reader.ReadLength();
        if (count == 0)
            return [];
        var values = new T[count];
        element.ReadMany(ref reader, values);
        return values;
    }

    public override void Write(RowWriter writer, T[] value)
    {
        writer.WriteLength(value.Length);
        foreach (var item in value)
            element.Write(writer, item);
    }

    public override void AppendText(StringBuilder text, T[] value, bool quoted)
    {
        text.Append('[');
        for (var i = 0; i < value.Length; i++)
        {
            if (i > 0)
                text.Append(',');
            element.AppendText(text, value[i], quoted: true);
        }
        text.Append(']');
    }

    public override T[] From(object? value) => value switch
    {
        T[] same => same,
        string => throw Refuse(value),
        IEnumerable<T> items => [.. items],
        IEnumerable items => [.. items.Cast<object?>().Select(element.From)],
        _ => throw Refuse(value),
    };
}

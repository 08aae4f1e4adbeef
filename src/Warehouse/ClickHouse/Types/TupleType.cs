using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;
using PrivateDomainBI.Warehouse.ClickHouse.Binary;

namespace PrivateDomainBI.Warehouse.ClickHouse.Types;

/// <summary>Tuple(…), named or not. A ValueTuple, a Tuple or a list of as many elements may be written.</summary>
internal sealed class TupleType(string name, ColumnType[] elements, string?[] names) : ClassType<ClickHouseTuple>(name)
{
    public override bool TrySkip(ref RowReader reader)
    {
        foreach (var element in elements)
        {
            if (!element.TrySkip(ref reader))
                return false;
        }
        return true;
    }

    public override ClickHouseTuple Read(ref RowReader reader)
    {
        var items = new object?[elements.Length];
        for (var i = 0; i < items.Length; i++)
            items[i] = elements[i].ReadObject(ref reader);
        return new ClickHouseTuple(items, names);
    }

    public override void Write(RowWriter writer, ClickHouseTuple value)
    {
        for (var i = 0; i < elements.Length; i++)
            elements[i].WriteObject(writer, value[i]);
    }

    public override void AppendText(StringBuilder text, ClickHouseTuple value, bool quoted)
    {
        text.Append('(');
        for (var i = 0; i < elements.Length; i++)
        {
            if (i > 0)
                text.Append(',');
            elements[i].AppendObject(text, value[i], quoted: true);
        }
        text.Append(')');
    }

    public override ClickHouseTuple From(object? value)
    {
        var items = value switch
        {
            ClickHouseTuple same => same.ToArray(),
            ITuple tuple => Enumerable.Range(0, tuple.Length).Select(i => tuple[i]).ToArray(),
            IList list => list.Cast<object?>().ToArray(),
            _ => throw Refuse(value),
        };
        return items.Length == elements.Length
            ? new ClickHouseTuple(items, names)
            : throw new InvalidCastException($"{items.Length} elements given for {Name}.");
    }
}

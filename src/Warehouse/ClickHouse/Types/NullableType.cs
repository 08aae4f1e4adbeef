using System.Text;
using PrivateDomainBI.Warehouse.ClickHouse.Binary;

namespace PrivateDomainBI.Warehouse.ClickHouse.Types;

/// <summary>What Nullable(T) is for value and reference types alike: one byte, then the value unless the byte is 1.</summary>
internal static class Nulls
{
    public static bool TrySkip(ColumnType inner, ref RowReader reader)
    {
        var flag = reader;
        if (!reader.TrySkip(1))
            return false;
        return flag.PeekByte() != 0 || inner.TrySkip(ref reader);
    }

    public static void AppendNull(StringBuilder text, bool quoted) => text.Append(quoted ? "NULL" : @"\N");
}

internal sealed class NullableStructType<T>(StructType<T> inner) : ColumnType<T?>($"Nullable({inner.Name})") where T : struct
{
    public override Type ClrType => typeof(T);

    public override bool TrySkip(ref RowReader reader) => Nulls.TrySkip(inner, ref reader);

    public override bool IsNull(RowReader reader) => reader.PeekByte() != 0;

    public override T? Read(ref RowReader reader) => reader.ReadByte() != 0 ? null : inner.Read(ref reader);

    public override bool TryReadAs<TTo>(ref RowReader reader, out TTo value)
    {
        reader.TrySkip(1);
        if (inner is not ColumnType<TTo> same)
            return inner.TryReadAs(ref reader, out value);
        value = same.Read(ref reader);
        return true;
    }

    public override void Write(RowWriter writer, T? value)
    {
        writer.WriteByte(value is null ? (byte)1 : (byte)0);
        if (value is { } present)
            inner.Write(writer, present);
    }

    public override void AppendText(StringBuilder text, T? value, bool quoted)
    {
        if (value is { } present)
            inner.AppendText(text, present, quoted);
        else
            Nulls.AppendNull(text, quoted);
    }

    public override T? From(object? value) => value is null or DBNull ? null : inner.From(value);

    public override void WriteObject(RowWriter writer, object? value)
    {
        writer.WriteByte(value is null or DBNull ? (byte)1 : (byte)0);
        if (value is not (null or DBNull))
            inner.WriteObject(writer, value);
    }

    public override void AppendObject(StringBuilder text, object? value, bool quoted)
    {
        if (value is null or DBNull)
            Nulls.AppendNull(text, quoted);
        else
            inner.AppendObject(text, value, quoted);
    }

    public override ColumnType MakeNullable() => throw new NotSupportedException($"{Name} cannot be Nullable again.");
}

internal sealed class NullableClassType<T>(ClassType<T> inner) : ColumnType<T?>($"Nullable({inner.Name})") where T : class
{
    public override bool TrySkip(ref RowReader reader) => Nulls.TrySkip(inner, ref reader);

    public override bool IsNull(RowReader reader) => reader.PeekByte() != 0;

    public override T? Read(ref RowReader reader) => reader.ReadByte() != 0 ? null : inner.Read(ref reader);

    public override bool TryReadAs<TTo>(ref RowReader reader, out TTo value)
    {
        reader.TrySkip(1);
        return inner.TryReadAs(ref reader, out value);
    }

    public override void Write(RowWriter writer, T? value)
    {
        writer.WriteByte(value is null ? (byte)1 : (byte)0);
        if (value is not null)
            inner.Write(writer, value);
    }

    public override void AppendText(StringBuilder text, T? value, bool quoted)
    {
        if (value is null)
            Nulls.AppendNull(text, quoted);
        else
            inner.AppendText(text, value, quoted);
    }

    public override T? From(object? value) => value is null or DBNull ? null : inner.From(value);

    public override void WriteObject(RowWriter writer, object? value)
    {
        writer.WriteByte(value is null or DBNull ? (byte)1 : (byte)0);
        if (value is not (null or DBNull))
            inner.WriteObject(writer, value);
    }

    public override void AppendObject(StringBuilder text, object? value, bool quoted)
    {
        if (value is null or DBNull)
            Nulls.AppendNull(text, quoted);
        else
            inner.AppendObject(text, value, quoted);
    }

    public override ColumnType MakeNullable() => throw new NotSupportedException($"{Name} cannot be Nullable again.");
}

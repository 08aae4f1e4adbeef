using System.Text;
using PrivateDomainBI.Warehouse.ClickHouse.Binary;

namespace PrivateDomainBI.Warehouse.ClickHouse.Types;

/// <summary>String: bytes, read as UTF-8. Its exact bytes come by GetFieldValue&lt;byte[]&gt;; a byte[] may be written too.</summary>
internal sealed class StringType() : ClassType<string>("String")
{
    public override bool TrySkip(ref RowReader reader) => reader.TrySkipString();

    public override string Read(ref RowReader reader) => Encoding.UTF8.GetString(reader.TakeString());

    public override bool TryReadAs<TTo>(ref RowReader reader, out TTo value)
    {
        var isBytes = typeof(TTo) == typeof(byte[]);
        value = isBytes ? (TTo)(object)reader.TakeString().ToArray() : default!;
        return isBytes;
    }

    public override void Write(RowWriter writer, string value) => writer.WriteString(value);

    public override void WriteObject(RowWriter writer, object? value)
    {
        if (value is byte[] bytes)
            writer.WriteBytes(bytes);
        else
            Write(writer, From(value));
    }

    public override void AppendText(StringBuilder text, string value, bool quoted) => TextEscape.Append(text, value, quoted);

    public override void AppendObject(StringBuilder text, object? value, bool quoted)
    {
        if (value is byte[] bytes)
            TextEscape.AppendBytes(text, bytes, quoted);
        else
            AppendText(text, From(value), quoted);
    }

    public override string From(object? value) => value switch
    {
        string text => text,
        char c => c.ToString(),
        _ => throw Refuse(value),
    };
}

/// <summary>FixedString(n): n bytes; a shorter value is filled up with zero bytes, and read back with them, as ClickHouse does.</summary>
internal sealed class FixedStringType(string name, int length) : ClassType<string>(name)
{
    public override int? FixedSize => length;

    public override string Read(ref RowReader reader) => Encoding.UTF8.GetString(reader.Take(length));

    public override bool TryReadAs<TTo>(ref RowReader reader, out TTo value)
    {
        var isBytes = typeof(TTo) == typeof(byte[]);
        value = isBytes ? (TTo)(object)reader.Take(length).ToArray() : default!;
        return isBytes;
    }

    public override void Write(RowWriter writer, string value) => WriteFilled(writer, Encoding.UTF8.GetBytes(value));

    public override void WriteObject(RowWriter writer, object? value) =>
        WriteFilled(writer, value as byte[] ?? Encoding.UTF8.GetBytes(From(value)));

    public override void AppendText(StringBuilder text, string value, bool quoted) => TextEscape.Append(text, value, quoted);

    public override void AppendObject(StringBuilder text, object? value, bool quoted)
    {
        if (value is byte[] bytes)
            TextEscape.AppendBytes(text, bytes, quoted);
        else
            AppendText(text, From(value), quoted);
    }

    public override string From(object? value) => value as string ?? throw Refuse(value);

    private void WriteFilled(RowWriter writer, byte[] bytes)
    {
        if (bytes.Length > length)
            throw new OverflowException($"A text of {bytes.Length} bytes does not fit {Name}.");
        var target = writer.Reserve(length);
        target.Clear();
        bytes.CopyTo(target);
    }
}

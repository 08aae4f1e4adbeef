using System.Text;
using PrivateDomainBI.Warehouse.ClickHouse.Binary;

namespace PrivateDomainBI.Warehouse.ClickHouse.Types;

/// <summary>
/// One ClickHouse type: how a value of it lies in RowBinary, how it is written as a parameter's text, and which CLR
/// type stands for it.
/// </summary>
internal abstract class ColumnType(string name)
{
    public string Name { get; } = name;

    /// <summary>The CLR type of a value that is not NULL.</summary>
    public abstract Type ClrType { get; }

    /// <summary>Bytes of every value, where all have the same length.</summary>
    public virtual int? FixedSize => null;

    /// <summary>Moves past one value; false when the bytes end first.</summary>
    public abstract bool TrySkip(ref RowReader reader);

    public virtual bool IsNull(RowReader reader) => false;

    public abstract object? ReadObject(ref RowReader reader);

    /// <summary>Reads the value as another CLR type than its own, where nothing is lost by it.</summary>
    public virtual bool TryReadAs<TTo>(ref RowReader reader, out TTo value)
    {
        value = default!;
        return false;
    }

    public abstract void WriteObject(RowWriter writer, object? value);

    /// <summary>Appends the value as ClickHouse reads it from a parameter: bare on its own, quoted inside an array, tuple or map.</summary>
    public abstract void AppendObject(StringBuilder text, object? value, bool quoted);

    public abstract ColumnType MakeNullable();

    public abstract ColumnType MakeArray();

    public abstract ColumnType MakeMap(ColumnType value);

    public abstract ColumnType MakeMapOf<TKey>(ColumnType<TKey> key);

    protected InvalidCastException Refuse(object? value) => value is null or DBNull
        ? new InvalidCastException($"NULL given for {Name}; declare it Nullable({Name}).")
        : new InvalidCastException($"A value of {value.GetType().Name} does not stand for {Name}.");
}

/// <summary>A type whose values are <typeparamref name="T"/>.</summary>
internal abstract class ColumnType<T>(string name) : ColumnType(name)
{
    public override Type ClrType => typeof(T);

    public abstract T Read(ref RowReader reader);

    public abstract void Write(RowWriter writer, T value);

    public abstract void AppendText(StringBuilder text, T value, bool quoted);

    /// <summary>The value as <typeparamref name="T"/>; what would lose something is refused.</summary>
    public abstract T From(object? value);

    public virtual void ReadMany(ref RowReader reader, Span<T> values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = Read(ref reader);
    }

    public override bool TrySkip(ref RowReader reader) =>
        reader.TrySkip(FixedSize ?? throw new InvalidOperationException($"{Name} has no fixed size."));

    public override object? ReadObject(ref RowReader reader) => Read(ref reader);

    public override void WriteObject(RowWriter writer, object? value) => Write(writer, From(value));

    public override void AppendObject(StringBuilder text, object? value, bool quoted) => AppendText(text, From(value), quoted);

    public override ColumnType MakeArray() => new ArrayType<T>(this);

    public override ColumnType MakeMap(ColumnType value) => value.MakeMapOf(this);

    public override ColumnType MakeMapOf<TKey>(ColumnType<TKey> key) => new MapType<TKey, T>(key, this);
}

internal abstract class StructType<T>(string name) : ColumnType<T>(name) where T : struct
{
    public override ColumnType MakeNullable() => new NullableStructType<T>(this);
}

internal abstract class ClassType<T>(string name) : ColumnType<T>(name) where T : class
{
    public override ColumnType MakeNullable() => new NullableClassType<T>(this);
}

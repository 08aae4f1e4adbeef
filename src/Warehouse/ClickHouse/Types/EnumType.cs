using System.Globalization;
using System.Numerics;
using System.Text;
using PrivateDomainBI.Warehouse.ClickHouse.Binary;

namespace PrivateDomainBI.Warehouse.ClickHouse.Types;

/// <summary>Enum8 and Enum16: the name by default, the number by GetFieldValue of an integer type.</summary>
internal sealed class EnumType<TNumber>(string name, IReadOnlyDictionary<string, TNumber> numbers) : ClassType<string>(name)
    where TNumber : unmanaged, IBinaryInteger<TNumber>
{
    private readonly Dictionary<TNumber, string> _names = numbers.ToDictionary(n => n.Value, n => n.Key);

    public override int? FixedSize => TNumber.Zero.GetByteCount();

    public override string Read(ref RowReader reader)
    {
        var number = reader.ReadRaw<TNumber>();
        return _names.GetValueOrDefault(number)
            ?? throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{Name} has no name for {number}."));
    }

    public override bool TryReadAs<TTo>(ref RowReader reader, out TTo value) => Numbers.TryTo(reader.ReadRaw<TNumber>(), out value);

    public override void Write(RowWriter writer, string value) => writer.WriteRaw(numbers[value]);

    public override void AppendText(StringBuilder text, string value, bool quoted) => TextEscape.Append(text, value, quoted);

    /// <summary>A name, a CLR enum member of that name, or a number.</summary>
    public override string From(object? value)
    {
        var known = value switch
        {
            null or DBNull => throw Refuse(value),
            string text => text,
            Enum member => member.ToString(),
            _ => _names.GetValueOrDefault(Numbers.From<TNumber>(value, Name)),
        };
        return known is not null && numbers.ContainsKey(known)
            ? known
            : throw new InvalidCastException(string.Create(CultureInfo.InvariantCulture, $"'{value}' is not a member of {Name}."));
    }
}

using System.Globalization;
using System.Numerics;
using System.Text;
using PrivateDomainBI.Warehouse.ClickHouse.Binary;

namespace PrivateDomainBI.Warehouse.ClickHouse.Types;

/// <summary>Date (two bytes, 1970–2149) and Date32 (four, 1900–2299): days, without any time zone, so <see cref="DateOnly"/>.</summary>
internal sealed class DateType<TDays>(string name, DateOnly first, DateOnly last) : StructType<DateOnly>(name)
    where TDays : unmanaged, IBinaryInteger<TDays>
{
    private static readonly int Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    public override int? FixedSize => TDays.Zero.GetByteCount();

    public override DateOnly Read(ref RowReader reader) =>
        DateOnly.FromDayNumber(Epoch + int.CreateChecked(reader.ReadRaw<TDays>()));

    public override bool TryReadAs<TTo>(ref RowReader reader, out TTo value)
    {
        var isDateTime = typeof(TTo) == typeof(DateTime);
        value = isDateTime ? (TTo)(object)Read(ref reader).ToDateTime(TimeOnly.MinValue) : default!;
        return isDateTime;
    }

    public override void Write(RowWriter writer, DateOnly value) => writer.WriteRaw(TDays.CreateChecked(Fitted(value).DayNumber - Epoch));

    public override void AppendText(StringBuilder text, DateOnly value, bool quoted) =>
        TextEscape.AppendPlain(text, Fitted(value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), quoted);

    /// <summary>A <see cref="DateTime"/> is taken when it is a midnight: any other has a time that would be lost.</summary>
    public override DateOnly From(object? value) => value switch
    {
        DateOnly date => date,
        DateTime { TimeOfDay.Ticks: 0 } midnight => DateOnly.FromDateTime(midnight),
        DateTime time => throw new InvalidCastException(string.Create(CultureInfo.InvariantCulture, $"{time:O} is not a date; {Name} has no time of day.")),
        _ => throw Refuse(value),
    };

    private DateOnly Fitted(DateOnly value) => value >= first && value <= last
        ? value
        : throw new OverflowException(string.Create(CultureInfo.InvariantCulture, $"{value:yyyy-MM-dd} does not fit {Name} ({first:yyyy-MM-dd} to {last:yyyy-MM-dd})."));
}

/// <summary>Time and Time64: a span of up to 999 hours either way.</summary>
internal sealed class TimeType(string name, int? scale) : StructType<TimeSpan>(name)
{
    private const long SecondsAtMost = 999 * 3600 + 59 * 60 + 59;

    public override int? FixedSize => scale is null ? sizeof(int) : sizeof(long);

    public override TimeSpan Read(ref RowReader reader) => scale is { } digits
        ? new TimeSpan(Fractions.ToTicks(reader.ReadRaw<long>(), digits))
        : TimeSpan.FromSeconds(reader.ReadRaw<int>());

    public override void Write(RowWriter writer, TimeSpan value)
    {
        var units = Fractions.FromTicks(Fitted(value).Ticks, scale ?? 0);
        if (scale is null)
            writer.WriteRaw((int)units);
        else
            writer.WriteRaw(units);
    }

    public override void AppendText(StringBuilder text, TimeSpan value, bool quoted)
    {
        var rest = Fractions.FromTicks(Fitted(value).Duration().Ticks, scale ?? 0);
        var perSecond = Fractions.PerSecond(scale ?? 0);
        var seconds = rest / perSecond;
        var sign = value < TimeSpan.Zero ? "-" : "";
        var fraction = scale is > 0 ? "." + (rest % perSecond).ToString(CultureInfo.InvariantCulture).PadLeft(scale.Value, '0') : "";
        TextEscape.AppendPlain(
            text,
            string.Create(CultureInfo.InvariantCulture, $"{sign}{seconds / 3600:D2}:{seconds / 60 % 60:D2}:{seconds % 60:D2}{fraction}"),
            quoted);
    }

    public override TimeSpan From(object? value) => value switch
    {
        TimeSpan span => span,
        TimeOnly time => time.ToTimeSpan(),
        _ => throw Refuse(value),
    };

    private TimeSpan Fitted(TimeSpan value) => Math.Abs(value.Ticks / TimeSpan.TicksPerSecond) <= SecondsAtMost
        ? value
        : throw new OverflowException(string.Create(CultureInfo.InvariantCulture, $"{value} does not fit {Name}."));
}

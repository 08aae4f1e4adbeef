using System.Globalization;
using System.Text;
using PrivateDomainBI.Warehouse.ClickHouse.Binary;

namespace PrivateDomainBI.Warehouse.ClickHouse.Types;

/// <summary>
/// DateTime and DateTime64: instants. With no zone or with UTC they are a UTC <see cref="DateTime"/>; with another
/// zone its wall clock (Kind Unspecified), as ClickHouse prints it. GetFieldValue&lt;DateTimeOffset&gt; is exact in
/// the hour that a clock change repeats too. The server's own time zone plays no part.
/// </summary>
internal abstract class InstantType(string name, TimeZoneInfo? zone) : StructType<DateTime>(name)
{
    public override DateTime Read(ref RowReader reader)
    {
        var utc = ReadUtc(ref reader);
        return IsUtc ? utc : DateTime.SpecifyKind(utc + zone!.GetUtcOffset(utc), DateTimeKind.Unspecified);
    }

    public override bool TryReadAs<TTo>(ref RowReader reader, out TTo value)
    {
        if (typeof(TTo) != typeof(DateTimeOffset))
        {
            value = default!;
            return false;
        }
        var instant = new DateTimeOffset(ReadUtc(ref reader));
        value = (TTo)(object)(IsUtc ? instant : instant.ToOffset(zone!.GetUtcOffset(instant)));
        return true;
    }

    public override void Write(RowWriter writer, DateTime value) => WriteUtc(writer, ToUtc(value));

    public override void AppendText(StringBuilder text, DateTime value, bool quoted) => AppendUtc(text, ToUtc(value), quoted);

    public override DateTime From(object? value) => value switch
    {
        DateTime time => time,
        DateTimeOffset instant => instant.UtcDateTime,
        _ => throw Refuse(value),
    };

    protected bool IsUtc => zone is null || zone.Equals(TimeZoneInfo.Utc);

    protected TimeZoneInfo? Zone => zone;

    protected abstract DateTime ReadUtc(ref RowReader reader);

    protected abstract void WriteUtc(RowWriter writer, DateTime utc);

    /// <summary>As seconds since 1970: a wall clock would be read in the server's zone.</summary>
    protected abstract void AppendUtc(StringBuilder text, DateTime utc, bool quoted);

    protected OverflowException DoesNotFit(DateTime utc) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{utc:O} does not fit {Name}."));

    private DateTime ToUtc(DateTime value) => value.Kind switch
    {
        DateTimeKind.Utc => value,
        DateTimeKind.Local => value.ToUniversalTime(),
        _ when IsUtc => DateTime.SpecifyKind(value, DateTimeKind.Utc),
        _ => TimeZoneInfo.ConvertTimeToUtc(value, zone!),
    };
}

/// <summary>DateTime: whole seconds from 1970 to 2106.</summary>
internal sealed class DateTimeType(string name, TimeZoneInfo? zone) : InstantType(name, zone)
{
    public override int? FixedSize => sizeof(uint);

    protected override DateTime ReadUtc(ref RowReader reader) => DateTime.UnixEpoch.AddSeconds(reader.ReadRaw<uint>());

    protected override void WriteUtc(RowWriter writer, DateTime utc) => writer.WriteRaw(Seconds(utc));

    // TRICKY: fewer than five digits are taken for a broken date ('5' is refused), so the number is padded.
    protected override void AppendUtc(StringBuilder text, DateTime utc, bool quoted) =>
        TextEscape.AppendPlain(text, Seconds(utc).ToString("D10", CultureInfo.InvariantCulture), quoted);

    private uint Seconds(DateTime utc)
    {
        var seconds = Fractions.FloorDivide((utc - DateTime.UnixEpoch).Ticks, TimeSpan.TicksPerSecond);
        return seconds is >= 0 and <= uint.MaxValue ? (uint)seconds : throw DoesNotFit(utc);
    }
}

/// <summary>DateTime64(scale): 10⁻ˢᶜᵃˡᵉ seconds from 1900 to 2299 (nanoseconds: 1677 to 2262).</summary>
internal sealed class DateTime64Type(string name, int scale, TimeZoneInfo? zone) : InstantType(name, zone)
{
    public override int? FixedSize => sizeof(long);

    protected override DateTime ReadUtc(ref RowReader reader)
    {
        var units = reader.ReadRaw<long>();
        try
        {
            return DateTime.UnixEpoch.AddTicks(Fractions.ToTicks(units, scale));
        }
        catch (Exception ex) when (ex is OverflowException or ArgumentOutOfRangeException)
        {
            throw new OverflowException(string.Create(CultureInfo.InvariantCulture, $"{units} × 10^-{scale} s of {Name} is outside of System.DateTime."), ex);
        }
    }

    protected override void WriteUtc(RowWriter writer, DateTime utc) => writer.WriteRaw(Units(utc));

    protected override void AppendUtc(StringBuilder text, DateTime utc, bool quoted)
    {
        var units = Units(utc);
        var perSecond = Fractions.PerSecond(scale);
        var (whole, rest) = Math.DivRem(units, perSecond);
        // TRICKY: ClickHouse loses the sign of '-0.5'; that one second can only be told as a wall clock of a named zone.
        if (units < 0 && whole == 0)
        {
            AppendWallClock(text, utc, quoted);
            return;
        }
        var fraction = scale == 0 ? "" : "." + Math.Abs(rest).ToString(CultureInfo.InvariantCulture).PadLeft(scale, '0');
        TextEscape.AppendPlain(text, whole.ToString("D10", CultureInfo.InvariantCulture) + fraction, quoted);
    }

    private void AppendWallClock(StringBuilder text, DateTime utc, bool quoted)
    {
        if (Zone is null)
            throw new OverflowException($"The second before 1970 cannot be given as {Name}; name a time zone, as in DateTime64({scale}, 'UTC').");
        var wall = utc + Zone.GetUtcOffset(utc);
        var fraction = ((wall.Ticks % TimeSpan.TicksPerSecond) * 100).ToString("D9", CultureInfo.InvariantCulture)[..scale];
        TextEscape.AppendPlain(text, $"{wall.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}.{fraction}", quoted);
    }

    private long Units(DateTime utc)
    {
        try
        {
            return Fractions.FromTicks((utc - DateTime.UnixEpoch).Ticks, scale);
        }
        catch (OverflowException)
        {
            throw DoesNotFit(utc);
        }
    }
}

namespace PrivateDomainBI.Warehouse.ClickHouse.Types;

/// <summary>Between .NET's ticks (10⁻⁷ s) and ClickHouse's units of 10⁻ˢᶜᵃˡᵉ s; both ways round down to what the other can hold.</summary>
internal static class Fractions
{
    private const int TickScale = 7;

    public static long PerSecond(int scale) => Power(scale);

    public static long ToTicks(long units, int scale) => scale <= TickScale
        ? checked(units * Power(TickScale - scale))
        : FloorDivide(units, Power(scale - TickScale));

    public static long FromTicks(long ticks, int scale) => scale <= TickScale
        ? FloorDivide(ticks, Power(TickScale - scale))
        : checked(ticks * Power(scale - TickScale));

    public static long FloorDivide(long value, long divisor)
    {
        var quotient = Math.DivRem(value, divisor, out var rest);
        return rest < 0 ? quotient - 1 : quotient;
    }

    private static long Power(int exponent)
    {
        var power = 1L;
        for (var i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }
}

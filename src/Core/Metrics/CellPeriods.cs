namespace PrivateDomainBI.Core.Metrics;

/// <summary>Periods with a meaning of their own in compiled questions.</summary>
public static class CellPeriods
{
    /// <summary>The period under which a stock's total stands: the state at the end of the range.</summary>
    public static DateOnly Total { get; } = new(1970, 1, 1);
}

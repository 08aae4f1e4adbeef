using System.Globalization;

namespace PrivateDomainBI.Ingest.Demo;

/// Seconds since the first midnight of the period, in business time.
internal readonly record struct Moment(int Seconds) : IComparable<Moment>
{
    public const int Day = 86_400;

    public int OfDay => Seconds >= 0 ? Seconds / Day : (Seconds + 1) / Day - 1;

    public Moment EndOfDay => At(OfDay, Day - 1);

    public static Moment At(int day, int secondOfDay) => new(day * Day + secondOfDay);

    public Moment Plus(int seconds) => new(Seconds + seconds);

    public int CompareTo(Moment other) => Seconds.CompareTo(other.Seconds);

    public static bool operator <(Moment left, Moment right) => left.Seconds < right.Seconds;
    public static bool operator >(Moment left, Moment right) => left.Seconds > right.Seconds;
    public static bool operator <=(Moment left, Moment right) => left.Seconds <= right.Seconds;
    public static bool operator >=(Moment left, Moment right) => left.Seconds >= right.Seconds;
}

// The days the exports cover, first and last included. Days are numbered from 0; whatever the simulation
// puts after the last one has not happened yet and is not exported.
internal sealed class Period
{
    private readonly string[] _dates;

    public Period(DateOnly until, int months)
    {
        Until = until;
        From = until.AddDays(1).AddMonths(-months);
        Days = until.DayNumber - From.DayNumber + 1;
        _dates = [.. Enumerable.Range(0, Days).Select(day => Iso(Date(day)))];
    }

    public DateOnly From { get; }

    /// Calendar months that have days in the period, numbered from 0.
    public int Months => Month(Days - 1) + 1;

    public DateOnly Until { get; }
    public int Days { get; }

    public DateOnly Date(int day) => From.AddDays(day);

    public int DayOf(DateOnly date) => date.DayNumber - From.DayNumber;

    public bool Contains(Moment moment) => moment.Seconds >= 0 && moment.Seconds < Days * Moment.Day;

    public int Month(int day) => (Date(day).Year - From.Year) * 12 + Date(day).Month - From.Month;

    /// The first day of a month, and of the one after it; the first month may begin before the period, the last end after it.
    public (int From, int To) DaysOfMonth(int month)
    {
        var first = new DateOnly(From.Year, From.Month, 1).AddMonths(month);
        return (DayOf(first), DayOf(first.AddMonths(1)));
    }

    public string IsoDate(int day) => day >= 0 && day < Days ? _dates[day] : Iso(Date(day));

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

namespace PrivateDomainBI.Ingest.Demo;

// What the books add up while lives are lived: new customers by day and channel, and by desk and month; money by desk,
// employee and month; coupons by day and campaign. Whole numbers, so that the order of adding does not matter.
internal sealed class Tally(Period period)
{
    private readonly Dictionary<string, int[]> _joined = Channel.All.ToDictionary(channel => channel.Id, _ => new int[period.Days], StringComparer.Ordinal);
    private readonly Dictionary<string, (int[] Joined, long[] Sold)> _desks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long[]> _credited = new(StringComparer.Ordinal);
    private readonly long[] _sold = new long[period.Months];

    /// Face values in whole yuan.
    public SortedDictionary<(int Day, string Campaign), int> Redeemed { get; } = [];

    public int Joined(Channel channel, int day) => _joined[channel.Id][day];

    public int Joined(Desk desk, int month) => _desks.TryGetValue(desk.UnitId, out var sums) ? sums.Joined[month] : 0;

    /// In cents, as is all money here.
    public long Sold(Desk desk, int month) => _desks.TryGetValue(desk.UnitId, out var sums) ? sums.Sold[month] : 0;

    public long Sold(int month) => _sold[month];

    public long Credited(Employee employee, int month) => _credited.TryGetValue(employee.Id, out var sums) ? sums[month] : 0;

    public void Count(Newcomer newcomer)
    {
        _joined[newcomer.Channel.Id][newcomer.Day]++;
        SumsOf(newcomer.Desk).Joined[period.Month(newcomer.Day)]++;
    }

    public void Count(in EventRow redeemed)
    {
        var key = (redeemed.At.OfDay, redeemed.Campaign ?? "");
        Redeemed[key] = Redeemed.GetValueOrDefault(key) + (redeemed.Value ?? 0);
    }

    public void Count(OrderRow order)
    {
        if (order.IsTest || order.Status != "paid")
            return;
        var month = period.Month(order.PaidAt.OfDay);
        _sold[month] += order.Cents;
        if (order.Desk is { } desk)
            SumsOf(desk).Sold[month] += order.Cents;
        if (order.Employee is not { } employee)
            return;
        if (!_credited.TryGetValue(employee.Id, out var sums))
            _credited[employee.Id] = sums = new long[period.Months];
        sums[month] += order.Cents;
    }

    private (int[] Joined, long[] Sold) SumsOf(Desk desk)
    {
        if (!_desks.TryGetValue(desk.UnitId, out var sums))
            _desks[desk.UnitId] = sums = (new int[period.Months], new long[period.Months]);
        return sums;
    }
}

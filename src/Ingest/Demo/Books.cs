namespace PrivateDomainBI.Ingest.Demo;

internal sealed record ReachRow(int Day, string Channel, long Reached, string? Campaign);

internal sealed record CostRow(int Day, string Type, long Cents)
{
    public string? Channel { get; init; }
    public string? Campaign { get; init; }
    public string? EmployeeId { get; init; }
}

// What marketing and finance know at the end, made to fit the customers who came: how many were reached for them, and
// what was spent. Commission and labour are booked on the last day of a month, and so not yet for a month still running.
internal sealed class Books(long seed, int customers, Period period, Seasons seasons, Organisation organisation, Tally tally)
{
    private const int CampaignPercent = 60;

    public IEnumerable<ReachRow> Reach()
    {
        var draw = new Draw(seed, Aspect.Books, 0);
        for (var day = 0; day < period.Days; day++)
        {
            foreach (var channel in Channel.All)
            {
                var effort = ChannelTree.EffortOf(channel);
                var reached = 1 + (tally.Joined(channel, day) * effort.ReachedPercent * (long)draw.Between(88, 115) / 10_000) + draw.Between(0, effort.ReachedPercent / 50);
                var campaign = CampaignOf(channel, day);
                var ofCampaign = campaign is null ? 0 : reached * CampaignPercent / 100;
                yield return new ReachRow(day, channel.Id, reached - ofCampaign, null);
                if (ofCampaign > 0)
                    yield return new ReachRow(day, channel.Id, ofCampaign, campaign);
            }
        }
    }

    public IEnumerable<CostRow> Costs() =>
        OfChannels().Concat(OfCampaigns()).Concat(OfCoupons()).Concat(OfMonths()).Where(row => row.Cents > 0).OrderBy(row => row.Day);

    private IEnumerable<CostRow> OfChannels()
    {
        var draw = new Draw(seed, Aspect.Books, 1);
        for (var day = 0; day < period.Days; day++)
        {
            foreach (var channel in Channel.All)
            {
                var effort = ChannelTree.EffortOf(channel);
                var joined = tally.Joined(channel, day) * (long)draw.Between(85, 118);
                var media = joined * effort.Media / 100;
                var campaign = CampaignOf(channel, day);
                var ofCampaign = campaign is null ? 0 : media * CampaignPercent / 100;
                yield return new CostRow(day, "media", media - ofCampaign) { Channel = channel.Id };
                yield return new CostRow(day, "media", ofCampaign) { Channel = channel.Id, Campaign = campaign };
                yield return new CostRow(day, "gift", joined * effort.Gift / 100) { Channel = channel.Id };
                yield return new CostRow(day, "commission", joined * effort.Commission / 100) { Channel = channel.Id };
            }
        }
    }

    // Prizes and posters, bought for the first day.
    private IEnumerable<CostRow> OfCampaigns() => seasons.Promotions
        .Where(campaign => campaign.FirstDay >= 0 && campaign.FirstDay < period.Days)
        .Select(campaign => new CostRow(campaign.FirstDay, "gift", campaign.Mechanic == "coupon" ? customers * 4L : customers * 12L) { Campaign = campaign.Id });

    private IEnumerable<CostRow> OfCoupons() =>
        tally.Redeemed.Select(pair => new CostRow(pair.Key.Day, "coupon", pair.Value * 100L) { Campaign = pair.Key.Campaign.Length == 0 ? null : pair.Key.Campaign });

    private IEnumerable<CostRow> OfMonths()
    {
        var draw = new Draw(seed, Aspect.Books, 2);
        for (var month = 0; month < period.Months; month++)
        {
            var (first, next) = period.DaysOfMonth(month);
            if (first >= 0)
                yield return new CostRow(first, "tool", 200_000 + (customers * 10L));
            if (next > period.Days)
                continue;
            foreach (var employee in organisation.Desks.SelectMany(desk => desk.Shifts).Where(shift => shift.FromDay < next && shift.ToDay > first).Select(shift => shift.Employee).Distinct())
            {
                yield return new CostRow(next - 1, "labour", draw.Between(28_000, 42_000)) { EmployeeId = employee.Id };
                yield return new CostRow(next - 1, "commission", tally.Credited(employee, month) * 2 / 100) { EmployeeId = employee.Id };
            }
        }
    }

    private string? CampaignOf(Channel channel, int day) =>
        seasons.PromotionOn(day) is { } campaign && campaign.Channels.Contains(channel.Id) ? campaign.Id : null;
}

namespace PrivateDomainBI.Ingest.Demo;

// What ties a customer to the brand: who follows her, the groups she is in and the campaigns she took part in.
internal sealed record Ties(Newcomer Newcomer, Following Following, Membership Membership, IReadOnlyList<Participation> Participations)
{
    private const int CreditDays = 7;
    private const int GraceDays = 3;

    /// The campaign that an order at that moment belongs to, because she took part in it shortly before.
    public Promotion? CampaignAt(Moment moment)
    {
        foreach (var took in Participations)
        {
            if (took.At <= moment && moment.OfDay <= Math.Min(took.At.OfDay + CreditDays, took.Campaign.LastDay + GraceDays))
                return took.Campaign;
        }
        return null;
    }

    /// How much more than usual she wants to buy on a day: most when she takes part, and a little after something was sent to her group.
    public double Urge(int day)
    {
        var urge = 1.0;
        foreach (var took in Participations)
        {
            if (day >= took.At.OfDay && day <= took.At.OfDay + 3)
                urge *= day == took.At.OfDay ? 30 : 6;
        }
        return Membership.WasPushed(day) ? urge * 1.4 : urge;
    }
}

namespace PrivateDomainBI.Ingest.Demo;

// One person after the other: who follows her, which groups and campaigns she is in, what she buys, asks, tells and does.
internal sealed class Lives(long seed, Period period, Seasons seasons, Organisation organisation, Communities communities, Ledger ledger)
{
    private readonly Campaigning _campaigning = new(seed, period, seasons, ledger);
    private readonly Shopping _shopping = new(seed, seasons, period, ledger);
    private readonly Profile _profile = new(seed, period, ledger);
    private readonly Aftercare _aftercare = new(seed, ledger);
    private readonly Talking _talking = new(seed, period, seasons, organisation, ledger);

    public void Live(Newcomer newcomer)
    {
        var following = new Following(seed, period, organisation, newcomer);
        following.WriteTo(ledger);
        var membership = new Membership(seed, communities, newcomer, following);
        membership.WriteTo(ledger);
        var ties = new Ties(newcomer, following, membership, _campaigning.Of(newcomer, following));
        var orders = _shopping.Of(ties);
        _profile.Of(newcomer, following);
        _talking.Of(ties);
        // Last, so that the events of the others keep their ids.
        _aftercare.Of(ties, orders);
        Applying.Write(ties, period, ledger);
    }

    public void WalkIn(Person person, int number, int firstDay) => _shopping.OfWalkIn(person, number, firstDay);
}

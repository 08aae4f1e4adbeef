namespace PrivateDomainBI.Ingest.Demo;

// One person after the other: who follows her, what she buys, tells and does.
internal sealed class Lives(long seed, Period period, Seasons seasons, Organisation organisation, Ledger ledger)
{
    private readonly Shopping _shopping = new(seed, seasons, period, ledger);
    private readonly Profile _profile = new(seed, period, ledger);
    private readonly Talking _talking = new(seed, period, seasons, organisation, ledger);

    public void Live(Newcomer newcomer)
    {
        var following = new Following(seed, period, organisation, newcomer);
        following.WriteTo(ledger);
        _shopping.Of(newcomer, following);
        _profile.Of(newcomer, following);
        _talking.Of(newcomer, following);
    }

    public void WalkIn(Person person, int number, int firstDay) => _shopping.OfWalkIn(person, number, firstDay);
}

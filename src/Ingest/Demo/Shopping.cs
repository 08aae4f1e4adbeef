using System.Globalization;

namespace PrivateDomainBI.Ingest.Demo;

// A buyer's orders: the first one, then repeat orders whose likelihood rises with the tube running empty
// and falls with forgetting. Everything about one visit to the till is in Till.
internal sealed class Shopping(long seed, Seasons seasons, Period period, Ledger ledger)
{
    /// Of a customer; the moments of her orders, in order.
    public List<Moment> Of(Ties ties)
    {
        var (newcomer, following) = (ties.Newcomer, ties.Following);
        var draw = new Draw(seed, Aspect.Shopping, newcomer.Number);
        var till = new Till(newcomer.Person, ties, draw, seasons, ledger);
        var orders = new List<Moment>();
        if (draw.Chance(newcomer.Channel.BoughtBefore))
            Buy(till, orders, BeforeJoining(newcomer, draw));
        for (var day = newcomer.Day; day < period.Days; day++)
        {
            var employee = following.HolderAt(Moment.At(day, 0).EndOfDay);
            var interest = orders.Count == 0 ? First(newcomer, following.Acquirer, day) : Again(newcomer.Person, day - orders[^1].OfDay) * newcomer.Channel.Repeats;
            interest *= seasons.BuyingOn(day) * ties.Urge(day) * (employee is null ? 0.4 : 0.6 + 0.8 * employee.Warmth);
            if (!draw.Chance(interest))
                continue;
            var at = day == newcomer.Day
                ? newcomer.Joined.Plus(draw.SkewedBetween(60, 3 * 3600))
                : Moment.At(day, newcomer.Desk.StoreId is null ? Seasons.CustomerTime(draw) : Seasons.StoreTime(draw));
            // On the day she takes part in a campaign she buys after it, by its link.
            foreach (var took in ties.Participations)
            {
                if (took.At.OfDay == day && took.At > at)
                    at = took.At.Plus(draw.Between(60, 1800));
            }
            Buy(till, orders, at);
        }
        return orders;
    }

    /// Of somebody who never joined. Whoever came eight days before the end brings her goods back on the last day.
    public void OfWalkIn(Person person, int number, int firstDay)
    {
        var draw = new Draw(seed, Aspect.Shopping, -1 - number);
        var till = new Till(person, ties: null, draw, seasons, ledger);
        var orders = new List<Moment>();
        var first = Moment.At(firstDay, Seasons.CustomerTime(draw));
        ledger.Add(new EventRow(person, person.NextEvent(), "mini_program_viewed", first.Plus(-draw.Between(60, 900)), Touchpoint: "mini_program", Content: "home"));
        orders.Add(first);
        till.BuyForCertain(first, returnedOn: firstDay == period.Days - 8 ? period.Days - 1 : null);
        for (var day = firstDay + 1; day < period.Days; day++)
        {
            if (draw.Chance(0.75 * Again(person, day - orders[^1].OfDay) * seasons.BuyingOn(day)))
                Buy(till, orders, Moment.At(day, Seasons.CustomerTime(draw)));
        }
    }

    private static void Buy(Till till, List<Moment> orders, Moment at)
    {
        if (till.Buy(at))
            orders.Add(at);
    }

    private static Moment BeforeJoining(Newcomer newcomer, Draw draw) =>
        newcomer.Channel == Channel.StoreQr && draw.Chance(0.4)
            ? newcomer.Joined.Plus(-draw.Between(120, 1200))
            : newcomer.Joined.Plus(-draw.Between(2, 6) * Moment.Day);

    private static double First(Newcomer newcomer, Employee acquirer, int day)
    {
        var person = newcomer.Person;
        var opening = newcomer.Channel == Channel.StoreQr ? 0.10 : 0.05;
        var interest = (day - newcomer.Day) switch
        {
            0 => opening,
            <= 3 => 0.014,
            <= 7 => 0.008,
            <= 30 => 0.0032,
            <= 90 => 0.0012,
            _ => 0.0007,
        };
        return interest * newcomer.Channel.Buys * (person.IsBargainHunter ? 1.5 : 0.75 + 0.25 * person.Loyalty) * (0.7 + 0.6 * acquirer.Diligence);
    }

    private static double Again(Person person, int daysSince)
    {
        var interest = daysSince switch
        {
            <= 0 => 0,
            <= 7 => 0.0019,
            <= 20 => 0.0029,
            <= 60 => 0.0055,
            <= 90 => 0.0040,
            <= 180 => 0.0027,
            _ => 0.0018,
        };
        return interest * person.Loyalty * (person.IsBargainHunter ? 0.3 : 1);
    }
}

namespace PrivateDomainBI.Ingest.Demo;

// Some employees apply to be a customer's friend before she is, and again to some who have deleted them.
internal static class Applying
{
    // WeCom's codes for contacts found by phone number, by a card that was passed on, and in a group.
    private static readonly int[] ByTheEmployee = [2, 3, 4];

    public static void Write(Ties ties, Period period, Ledger ledger)
    {
        var person = ties.Newcomer.Person;
        foreach (var relation in ties.Following.Relations.Where(relation => ByTheEmployee.Contains(relation.AddWay)))
        {
            Note(relation.Employee, relation.From.Plus(-60 - (ties.Newcomer.Number * 37 % (3 * Moment.Day))));
            if (relation is { To: { } gone, EndReason: "customer_deleted" })
                Note(relation.Employee, gone.Plus(Moment.Day + (ties.Newcomer.Number * 41 % (9 * Moment.Day))));
        }

        void Note(Employee employee, Moment at)
        {
            if (period.Contains(at))
                ledger.Add(new EventRow(person, person.NextEvent(), "friend_applied", at, employee, Touchpoint: "wecom_chat"));
        }
    }
}

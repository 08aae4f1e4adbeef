using System.Globalization;

namespace PrivateDomainBI.Ingest.Demo;

// What comes after some orders: a question to the service, its end, and whether it was easy.
internal sealed class Aftercare(long seed, Ledger ledger)
{
    private static readonly double[] Eases = [0.02, 0.04, 0.07, 0.14, 0.23, 0.3, 0.2];

    public void Of(Ties ties, IReadOnlyList<Moment> orders)
    {
        var (newcomer, draw) = (ties.Newcomer, new Draw(seed, Aspect.Aftercare, ties.Newcomer.Number));
        foreach (var paid in orders)
        {
            if (draw.Chance(0.07) && paid >= newcomer.Joined)
                Serve(ties, draw, paid.Plus(draw.SkewedBetween(3600, 9 * Moment.Day)));
        }
    }

    private void Serve(Ties ties, Draw draw, Moment asked)
    {
        var employee = ties.Following.HolderAt(asked);
        Note(ties, "service_case_opened", asked, employee, props: Case(ties, asked));
        var solved = asked.Plus(draw.SkewedBetween(600, 3 * Moment.Day));
        Note(ties, "service_case_closed", solved, employee, props: Case(ties, asked));
        if (employee is null || !draw.Chance(0.8))
            return;
        var sent = solved.Plus(draw.Between(1800, 20 * 3600));
        Note(ties, "survey_sent", sent, employee, "ces");
        if (!draw.Chance(0.45))
            return;
        // Some tap the first answer without having read the question.
        var seconds = draw.Chance(0.05) ? draw.Between(1, 2) : draw.SkewedBetween(4, 90);
        Note(ties, "survey_submitted", sent.Plus(draw.SkewedBetween(seconds + 60, 4 * Moment.Day)), employee, "ces", Props.Ease(draw.Weighted(Eases) + 1, seconds));
    }

    private static string Case(Ties ties, Moment asked) =>
        Props.Case(string.Create(CultureInfo.InvariantCulture, $"S{asked.OfDay:D4}{ties.Newcomer.Person.Code}"));

    private void Note(Ties ties, string type, Moment at, Employee? employee, string? content = null, string? props = null)
    {
        var person = ties.Newcomer.Person;
        ledger.Add(new EventRow(person, person.NextEvent(), type, at, employee, Touchpoint: "wecom_chat", Content: content, Props: props));
    }
}

using PrivateDomainBI.Core.Cohorts;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Time;

namespace PrivateDomainBI.Web.Tests.Oracle;

/// <summary>
/// Cohort tables once more, in plain C# over raw rows, sharing nothing with the compiler or its SQL. Each customer's days
/// are walked one by one, each with its age; what counts and when it is known follows from the days alone.
/// </summary>
internal sealed class CohortOracle(Company company, string measure, CohortRequest request, DateOnly completeThrough, DateOnly asOf)
{
    private readonly List<Person> _people = [.. company.EveryCustomer.Select(id => new Person(company, id))];
    private readonly bool _isOrders = measure is "first_order" or "repurchase";

    private int Settle => _isOrders ? 7 : 0;

    public OracleCell Cell(DateOnly? cohort, CohortAge age, Owner owner, string? dimension, string? place)
    {
        var (numerator, denominator, immature) = (0, 0, 0);
        foreach (var (person, day) in Members(cohort, owner, dimension, place))
        {
            var days = DaysOf(day, age);
            if (days[^1].AddDays(Settle) > completeThrough)
                immature++;
            else
                denominator++;
            if (days[^1].AddDays(Settle) <= completeThrough && Counts(person, day, days))
                numerator++;
        }

        return new OracleCell(numerator, denominator, immature, null);
    }

    /// <summary>The product over the days on which it happened to somebody; null when nobody was followed as long.</summary>
    public double? Early(DateOnly? cohort, int horizon, Owner owner, string? dimension, string? place)
    {
        var lives = Members(cohort, owner, dimension, place).Select(member => Followed(member.Person, member.Day)).Where(life => life.Days >= 0).ToList();
        var share = 1.0;
        for (var day = 0; day <= horizon; day++)
        {
            var atRisk = lives.Count(life => life.Days >= day);
            var happened = lives.Count(life => life.Days == day && life.Happened);
            if (atRisk == 0 && share > 0)
                return null;
            if (atRisk > 0)
                share *= (double)(atRisk - happened) / atRisk;
        }

        return measure == "relation" ? share : 1 - share;
    }

    /// <summary>True when an age may need days later than 90 after joining, for somebody who joins in the periods of the question.</summary>
    public bool EndsTooLate(CohortAge age)
    {
        for (var day = Periods.StartOf(request.Members.Range.From, request.AgeGrain); day < request.Members.Range.To; day = day.AddDays(1))
        {
            if (DaysOf(day, age)[^1] > day.AddDays(90))
                return true;
        }

        return false;
    }

    private IEnumerable<(Person Person, DateOnly Day)> Members(DateOnly? cohort, Owner owner, string? dimension, string? place) =>
        from person in _people
        let start = CohortDay(person)
        where start is { } day && request.Members.Range.Contains(day) && day < asOf
        let day = start!.Value
        where cohort is null || PeriodNumber(day, request.Members.Grain) == PeriodNumber(cohort.Value, request.Members.Grain)
        where dimension is null || Place(person, day, owner, dimension) == place
        select (person, day);

    private DateOnly? CohortDay(Person person)
    {
        var bought = person.Occasions(asOf);
        return measure switch
        {
            "repurchase" => bought.Count > 0 ? bought[0] : null,
            "first_order" => person.JoinedDay is { } joined && bought.Exists(day => day < joined) ? null : person.JoinedDay,
            _ => person.JoinedDay,
        };
    }

    // The days on which the age looks, in order; the last of them is when the answer is known.
    private List<DateOnly> DaysOf(DateOnly start, CohortAge age)
    {
        var ofAge = new List<DateOnly>();
        for (var day = start; AgeOn(start, day) <= age.Last; day = day.AddDays(1))
        {
            if (AgeOn(start, day) >= age.First)
                ofAge.Add(day);
        }

        if (request.Criterion == AgeCriterion.Bracket || measure == "active")
            return ofAge;
        var point = request.Mode == AgeMode.Rolling ? ofAge[0] : ofAge[^1];
        return [point];
    }

    private int AgeOn(DateOnly start, DateOnly day) => request.Mode == AgeMode.Calendar
        ? PeriodNumber(day, request.AgeGrain) - PeriodNumber(start, request.AgeGrain)
        : (day.DayNumber - start.DayNumber) / (request.AgeGrain switch { Grain.Day => 1, Grain.Week => 7, Grain.Month => 30, _ => 90 });

    private bool Counts(Person person, DateOnly start, List<DateOnly> days)
    {
        if (_isOrders)
        {
            var occasions = person.Occasions(asOf);
            var at = measure == "first_order" ? 0 : 1;
            return occasions.Count > at && (request.Criterion == AgeCriterion.Bracket ? days.Contains(occasions[at]) : occasions[at] <= days[^1]);
        }

        var last = request.Criterion != AgeCriterion.OnOrAfter ? days[^1]
            : measure == "active" && start.AddDays(90) < completeThrough ? start.AddDays(90)
            : completeThrough;
        for (var day = days[0]; day <= last; day = day.AddDays(1))
        {
            if (measure == "active" ? person.ActiveOn(day) : person.InPoolAtEndOf(day))
                return true;
        }

        return false;
    }

    private (int Days, bool Happened) Followed(Person person, DateOnly start)
    {
        var seen = completeThrough.AddDays(-Settle);
        var occasions = person.Occasions(asOf);
        for (var day = start; day <= seen; day = day.AddDays(1))
        {
            var happened = measure switch
            {
                "relation" => !person.InPoolAtEndOf(day),
                "first_order" => occasions.Count > 0 && occasions[0] == day,
                _ => occasions.Count > 1 && occasions[1] == day,
            };
            if (happened)
                return (day.DayNumber - start.DayNumber, true);
        }

        return (seen.DayNumber - start.DayNumber, false);
    }

    private string Place(Person person, DateOnly day, Owner owner, string dimension)
    {
        if (dimension == "channel")
            return person.Channel;
        var employee = owner switch
        {
            Owner.Acquirer => person.Acquirer,
            Owner.Now => person.OwnerAtEndOf(completeThrough),
            _ => person.OwnerAtEndOf(day),
        };
        if (dimension == "employee")
            return employee;
        return OrganisationOracle.Place(company, employee, dimension, day, request.Members.Org);
    }

    // Periods numbered so that the next one has the next number; 1 January of the year 1 is a Monday.
    private static int PeriodNumber(DateOnly day, Grain grain) => grain switch
    {
        Grain.Day => day.DayNumber,
        Grain.Week => day.DayNumber / 7,
        Grain.Month => (day.Year * 12) + day.Month,
        _ => (day.Year * 4) + ((day.Month - 1) / 3),
    };
}

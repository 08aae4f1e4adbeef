using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Web.Tests.Oracle;

/// <summary>Where an employee stands on a day, by walking up from her unit, one unit after the other.</summary>
internal static class OrganisationOracle
{
    /// <summary>The nearest unit of the level above her on that day, or as told last; unattributed where there is none.</summary>
    public static string Place(Company company, string employee, string level, DateOnly day, Organisation org)
    {
        if (company.Employees.FirstOrDefault(row => row.Id == employee) is not { } known)
            return "unattributed";
        if (level == "employment_type")
            return At(known.Postings, day, org) is { Employment.Length: > 0 } posting ? posting.Employment : "unknown";
        var id = At(known.Postings, day, org)?.Unit ?? "";
        for (var steps = 0; steps <= 10; steps++)
        {
            if (company.Units.FirstOrDefault(row => row.Id == id) is not { } unit)
                break;
            if (unit.Type == level)
                return unit.Id;
            id = At(unit.Parents, day, org)?.Unit ?? "";
        }

        return "unattributed";
    }

    // The row that began last by that day; before all of them, the first.
    private static Posting? At(IReadOnlyList<Posting> postings, DateOnly day, Organisation org) =>
        postings.Count == 0 ? null
        : org == Organisation.Now ? postings[^1]
        : postings.LastOrDefault(posting => posting.From <= day) ?? postings[0];
}

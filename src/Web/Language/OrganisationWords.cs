using PrivateDomainBI.Core;
using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Web.Language;

/// <summary>The texts of the organisation as it was then and as it is now.</summary>
internal static class OrganisationWords
{
    public static readonly Text Label = new("组织口径", "Organisation");

    public static Text Name(Organisation org) => org == Organisation.Now ? new("现在的组织", "of now") : new("当时的组织", "of then");

    public static Text Rule(Organisation org) => org == Organisation.Now ? new("按现在的组织", "organisation of now") : new("按当时的组织", "organisation of then");
}

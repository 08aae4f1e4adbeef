using PrivateDomainBI.Core;

namespace PrivateDomainBI.Web.Language;

/// <summary>The texts of comparisons with a holdout.</summary>
internal static class HoldoutWords
{
    public static readonly Text Arms = new(
        "触达组 {0} / {1}，对照组 {2} / {3}；{4} 位没有对照组可比，不计入。",
        "treated {0} of {1}, held out {2} of {3}; {4} have no holdout to compare with and are left out.");
    public static readonly Text Amounts = new(
        "触达组 {0} 位共 {1}，对照组 {2} 位共 {3}；{4} 位没有对照组可比，不计入。",
        "{0} treated came to {1}, {2} held out to {3}; {4} have no holdout to compare with and are left out.");
    public static readonly Text None = new(
        "触达组 {0} / {1}，没有对照组：只有归因，没有增量。",
        "treated {0} of {1}, and nobody was held out: attributed, not incremental.");
}

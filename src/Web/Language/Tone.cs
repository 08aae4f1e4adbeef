namespace PrivateDomainBI.Web.Language;

/// <summary>Whether a change is good news, as a class of the style sheets: better, worse, or same where it is none or neither is better.</summary>
internal static class Tone
{
    /// <summary><paramref name="direction"/>: of the metric, up, down or none.</summary>
    public static string Of(int sign, string direction) => (sign, direction) switch
    {
        (0, _) or (_, "none") => "same",
        ( > 0, "up") or ( < 0, "down") => "better",
        _ => "worse",
    };
}

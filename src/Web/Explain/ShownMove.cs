using System.Globalization;
using PrivateDomainBI.Core.Explain;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Explain;

/// <summary>One line of a shown move; <paramref name="Member"/> null: the <paramref name="Count"/> members that have no line of their own.</summary>
internal sealed record ShownMember(ExplainedMember? Member, int Count, decimal Rate, decimal Mix);

/// <summary>
/// A move from the earlier to the later number, as both are known today, in the digits a reader sees. <paramref name="Change"/>
/// is the difference of the two numbers as they are shown, and the lines, the overlap and the maturity add up to it, so
/// that all of it can be checked on the screen.
/// </summary>
internal sealed record ShownMove(string Unit, bool HasMix, decimal Change, IReadOnlyList<ShownMember> Members, decimal Overlap, decimal Maturity)
{
    private const int MostMembers = 8;

    public static ShownMove Of(Explanation told, ExplainedDimension dimension)
    {
        var hasMix = dimension.Members.Any(member => (member.Before.Denominator ?? member.After.Denominator) is not null);
        var digits = DigitsOf(told.Metric.Unit, hasMix);
        var lines = WithLines(dimension.Members)
            .Select(member => new ShownMember(member, 1, member.Rate, member.Mix)).ToList();
        var rest = dimension.Members.Skip(lines.Count).ToList();
        if (rest.Count > 0)
            lines.Add(new ShownMember(Member: null, rest.Count, rest.Sum(member => member.Rate), rest.Sum(member => member.Mix)));

        var change = Round(told.Later.Value!.Value, digits) - Round(told.Earlier!.Value!.Value, digits);
        List<decimal> parts = [.. lines.Select(line => line.Rate), .. lines.Select(line => line.Mix), dimension.Effects.Overlap, dimension.Effects.Maturity];
        var shown = LargestRemainder.Round(parts, change, digits);
        return new ShownMove(
            told.Metric.Unit, hasMix, change,
            [.. lines.Select((line, index) => line with { Rate = shown[index], Mix = shown[lines.Count + index] })], shown[^2], shown[^1]);
    }

    /// <summary>Those of all members, the most telling first, that have a line of their own; a rest of one is no rest.</summary>
    public static IReadOnlyList<T> WithLines<T>(IReadOnlyList<T> members) => members.Count > MostMembers + 1 ? [.. members.Take(MostMembers)] : members;

    public static decimal Round(decimal value, int digits) => Math.Round(value, digits, MidpointRounding.AwayFromZero);

    /// <summary>Tenths of a percentage point, a day, a minute and a point; whole money and counts, but cents and hundredths of a mean.</summary>
    public static int DigitsOf(string unit, bool isWeighted) => unit switch
    {
        "ratio" => 3,
        "days" or "minutes" or "points" => 1,
        _ => isWeighted ? 2 : 0,
    };

    /// <summary>An effect with its sign: −1.8 of a rate, −¥1,200 of money. Nothing is 0 without one.</summary>
    public string Signed(decimal effect)
    {
        var size = Unit switch
        {
            "ratio" => Format.Percent(Math.Abs(effect)).TrimEnd('%'),
            "money" when HasMix => "¥" + Fixed(effect, "#,0.00"),
            "money" => "¥" + Format.Number(Math.Abs(effect)),
            "times" => Fixed(effect, "#,0.00"),
            "days" or "minutes" or "points" => Fixed(effect, "#,0.0"),
            _ => Format.Number(Math.Abs(effect)),
        };
        return effect switch { < 0 => "−" + size, > 0 => "+" + size, _ => size };
    }

    private static string Fixed(decimal effect, string format) => Math.Abs(effect).ToString(format, CultureInfo.InvariantCulture);

    /// <summary>The same with the unit of a difference of rates.</summary>
    public string WithUnit(decimal effect, Reader reader) =>
        Unit == "ratio" ? Signed(effect) + (reader.Language == Reader.Chinese ? "" : " ") + reader[ExplainWords.Points] : Signed(effect);
}

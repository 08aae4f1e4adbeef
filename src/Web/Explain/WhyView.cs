namespace PrivateDomainBI.Web.Explain;

/// <summary>The panel “why it moved” as it is shown; without lines where there is nothing to take apart.</summary>
internal sealed record WhyView(
    string Compared,
    IReadOnlyList<string> Sentences,
    IReadOnlyList<WhyChoice> By,
    IReadOnlyList<WhyChoice> Versus,
    IReadOnlyList<WhyChoice> Periods,
    Falls? Falls,
    string Identity,
    string Note,
    string Trust,
    string Api)
{
    /// <summary>A panel that has only something to say.</summary>
    public static WhyView Saying(string sentence) => new("", [sentence], [], [], [], Falls: null, "", "", "", "");

    /// <summary>The frame of a panel whose numbers are not there yet; it loads them from <paramref name="link"/>.</summary>
    public static WhyView Waiting(string link) => Saying("") with { Frame = link };

    /// <summary>Where a frame gets its panel from; null once it is here.</summary>
    public string? Frame { get; private init; }
}

/// <summary>A switch: its address, the same for the panel alone, and whether it is on.</summary>
internal sealed record WhyChoice(string Id, string Name, string Link, string Panel, bool IsOn);

/// <summary>
/// One line: a member with its numbers (before and after, or reached and meant), or what stands for several. <paramref name="Link"/>: to its
/// customers. Bars run on from where the line before ended.
/// </summary>
internal sealed record WhyLine(string Name, string? Link, string Numbers, string Own, string Mix, WhyBar OwnBar, WhyBar MixBar, bool IsSum);

/// <summary>A bar in percent of the width. <paramref name="Tone"/>: better, worse or same.</summary>
internal readonly record struct WhyBar(decimal Left, decimal Width, string Tone);

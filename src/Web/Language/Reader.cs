using Microsoft.AspNetCore.Mvc.Rendering;
using PrivateDomainBI.Core;

namespace PrivateDomainBI.Web.Language;

/// <summary>Who reads a page: in which language and in which colours. Views say everything through it.</summary>
internal sealed class Reader(string language, string theme)
{
    public const string Chinese = "zh";
    public const string English = "en";

    public string Language { get; } = language;

    /// <summary>light, dark, or auto: whatever the device prefers.</summary>
    public string Theme { get; } = theme;

    /// <summary>The value of the lang attribute.</summary>
    public string LanguageTag => Language == Chinese ? "zh-CN" : "en";

    public Format Format { get; } = new(language);

    public string this[Text text] => text.In(Language);

    /// <summary>The text as a heading: English begins with a capital.</summary>
    public string Heading(Text text) => this[text] is { Length: > 0 } words ? char.ToUpperInvariant(words[0]) + words[1..] : "";

    /// <summary>A text with places for values: 「{0} 位客户」.</summary>
    public string Say(Text text, params object?[] values) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, text.In(Language), values);

    public SelectListItem Option(Text text, string value, bool selected) => new(this[text], value, selected);
}

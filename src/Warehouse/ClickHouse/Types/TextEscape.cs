using System.Globalization;
using System.Text;

namespace PrivateDomainBI.Warehouse.ClickHouse.Types;

/// <summary>ClickHouse's backslash escapes, the same bare and between quotes.</summary>
internal static class TextEscape
{
    public static void Append(StringBuilder text, ReadOnlySpan<char> value, bool quoted)
    {
        if (quoted)
            text.Append('\'');
        foreach (var c in value)
            AppendChar(text, c);
        if (quoted)
            text.Append('\'');
    }

    /// <summary>Text that needs no escaping: dates, addresses, ids.</summary>
    public static void AppendPlain(StringBuilder text, string value, bool quoted)
    {
        if (quoted)
            text.Append('\'').Append(value).Append('\'');
        else
            text.Append(value);
    }

    public static void AppendBytes(StringBuilder text, ReadOnlySpan<byte> value, bool quoted)
    {
        if (quoted)
            text.Append('\'');
        foreach (var b in value)
        {
            if (b is >= 0x20 and < 0x7F)
                AppendChar(text, (char)b);
            else
                text.Append(CultureInfo.InvariantCulture, $@"\x{b:X2}");
        }
        if (quoted)
            text.Append('\'');
    }

    private static void AppendChar(StringBuilder text, char c)
    {
        switch (c)
        {
            case '\\': text.Append(@"\\"); break;
            case '\'': text.Append(@"\'"); break;
            case '\t': text.Append(@"\t"); break;
            case '\n': text.Append(@"\n"); break;
            case '\r': text.Append(@"\r"); break;
            case '\0': text.Append(@"\0"); break;
            default: text.Append(c); break;
        }
    }
}

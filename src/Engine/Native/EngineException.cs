using System.Globalization;
using System.Text.RegularExpressions;

namespace PrivateDomainBI.Engine.Native;

// What the engine says when a statement fails: "Code: 60. DB::Exception: … (UNKNOWN_TABLE)".
internal sealed partial class EngineException(string text) : Exception(text)
{
    // ClickHouse's UNKNOWN_EXCEPTION, for the few texts of libchdb itself that carry no code.
    private const int Unknown = 1002;

    public EngineException(int code, string name, string message)
        : this($"Code: {code.ToString(CultureInfo.InvariantCulture)}. DB::Exception: {message} ({name})")
    {
    }

    public int Code { get; } = CodePattern().Match(text) is { Success: true } match
        ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
        : Unknown;

    [GeneratedRegex(@"\ACode: (\d+)\.")]
    private static partial Regex CodePattern();
}

using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PrivateDomainBI.Warehouse.ClickHouse;

/// <summary>An error of the server, or of the way to it, with ClickHouse's own code and the id of the query.</summary>
public sealed partial class ClickHouseException : DbException
{
    public const int TimeoutExceeded = 159;
    public const int NetworkError = 210;

    public ClickHouseException(int code, string message, string queryId, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
        QueryId = queryId;
    }

    /// <summary>ClickHouse's error number, such as 60 for an unknown table; 0 where the server gave none.</summary>
    public int Code { get; }

    public string QueryId { get; }

    /// <summary>The code's name, such as UNKNOWN_TABLE. Unlike the message, which may quote rows, it is safe to log.</summary>
    public string CodeName => NamePattern().Matches(Message) is [.., var last] ? last.Groups["name"].Value : "";

    public override int ErrorCode => Code;

    /// <summary>Whether the same query may work a little later: the server could not be reached.</summary>
    public override bool IsTransient => Code == NetworkError;

    internal static ClickHouseException FromText(string text, string queryId, string? codeHeader = null)
    {
        var trimmed = text.Trim();
        var inText = CodePattern().Match(trimmed);
        var digits = codeHeader ?? (inText.Success ? inText.Groups["code"].Value : "0");
        _ = int.TryParse(digits, CultureInfo.InvariantCulture, out var code);
        return new ClickHouseException(code, trimmed.Length > 0 ? trimmed : $"ClickHouse answered with error {code}.", queryId);
    }

    /// <summary>The last exception text within bytes that were meant to be rows, or null.</summary>
    internal static ClickHouseException? Within(string text, string queryId)
    {
        var matches = CodePattern().Matches(text);
        return matches.Count == 0 ? null : FromText(text[matches[^1].Index..], queryId);
    }

    [GeneratedRegex(@"\((?<name>[A-Z][A-Z0-9_]+)\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"Code: (?<code>\d+)\. DB::", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodePattern();
}

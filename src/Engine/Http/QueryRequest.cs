using PrivateDomainBI.Engine.Statements;

namespace PrivateDomainBI.Engine.Http;

// One statement as it came over HTTP. Rows of an INSERT are FirstRows followed by what is left of Body.
internal sealed record QueryRequest(Statement Statement, ReadOnlyMemory<byte> FirstRows, Stream Body)
{
    public required QueryOptions Options { get; init; }

    public string Format => Statement.Format ?? Options.DefaultFormat;

    // Rows of an INSERT without FORMAT are Values, unless the request names another default.
    public string InputFormat => Statement.Format ?? (Options.DefaultFormat == QueryOptions.ImpliedFormat ? "Values" : Options.DefaultFormat);
}

// What the URL and the headers say beside the statement itself.
internal sealed record QueryOptions
{
    // ClickHouse's default over HTTP, for results.
    public const string ImpliedFormat = "TabSeparated";

    public string DefaultFormat { get; init; } = ImpliedFormat;

    public string? Database { get; init; }

    public required string QueryId { get; init; }

    public bool ReadOnly { get; init; }

    public bool WaitEndOfQuery { get; init; }

    public bool CompressResult { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; }

    public required IReadOnlyDictionary<string, string> Settings { get; init; }
}

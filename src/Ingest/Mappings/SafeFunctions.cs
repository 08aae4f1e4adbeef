namespace PrivateDomainBI.Ingest.Mappings;

/// <summary>
/// The functions an expression may use: of one row, without a look at other tables, files, the network or the clock,
/// and giving null rather than an error for a value they cannot read, so that one odd row does not refuse the file.
/// </summary>
internal static class SafeFunctions
{
    private static readonly string[] Names =
    [
        // texts
        "concat", "concatWithSeparator", "substring", "substringUTF8", "left", "leftUTF8", "right", "rightUTF8", "lower", "lowerUTF8",
        "upper", "upperUTF8", "trimBoth", "trimLeft", "trimRight", "length", "lengthUTF8", "empty", "notEmpty", "startsWith", "endsWith",
        "position", "positionUTF8", "replaceAll", "replaceOne", "replaceRegexpAll", "replaceRegexpOne", "match", "like", "ilike", "extract",
        "splitByChar", "splitByString", "arrayElement", "arrayElementOrNull", "arrayStringConcat", "leftPad", "rightPad", "reverse", "toString",
        "translate", "transform",
        // numbers
        "abs", "round", "floor", "ceil", "least", "greatest", "negate", "plus", "minus", "multiply",
        "toInt32OrNull", "toInt32OrZero", "toInt64OrNull", "toInt64OrZero", "toUInt32OrNull", "toUInt32OrZero", "toUInt64OrNull", "toUInt64OrZero",
        "toFloat64OrNull", "toFloat64OrZero", "toDecimal64OrNull", "toDecimal64OrZero", "toDecimal128OrNull", "toDecimal128OrZero",
        // choices
        "if", "multiIf", "coalesce", "ifNull", "nullIf", "isNull", "isNotNull", "not", "and", "or",
        // times
        "toDateOrNull", "toDate32OrNull", "parseDateTimeBestEffortOrNull", "parseDateTime64BestEffortOrNull", "parseDateTimeOrNull",
        "parseDateTimeInJodaSyntaxOrNull", "formatDateTime", "toYear", "toMonth", "toDayOfMonth", "addDays", "addHours", "addMinutes",
        // keys and documents
        "sipHash64", "cityHash64", "hex", "JSONExtractString", "JSONExtractRaw", "JSONHas",
    ];

    private static readonly HashSet<string> Known = new(Names, StringComparer.Ordinal);

    public static bool Has(string name) => Known.Contains(name);

    /// <summary>What was probably meant: a null-giving form of it, or the names most like it.</summary>
    public static string Unknown(string name) =>
        Names.FirstOrDefault(known => string.Equals(known, name + "OrNull", StringComparison.OrdinalIgnoreCase)) is { } nullGiving
            ? $"the function '{name}' stops at the first value it cannot read; use {nullGiving}"
            : Core.Nearest.Unknown("function", name, Names);
}

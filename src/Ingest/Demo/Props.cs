using System.Globalization;

namespace PrivateDomainBI.Ingest.Demo;

// The JSON that some events carry; made once and shared, since there are a million events and few variants.
internal static class Props
{
    private static readonly string[] Reviews = [.. Numbers(1, 5).Select(number => $$"""{"score":{{number}},"default":false}""")];
    private static readonly string[] DefaultReviews = [.. Numbers(1, 5).Select(number => $$"""{"score":{{number}},"default":true}""")];
    private static readonly Dictionary<string, string[]> Surveys = new(StringComparer.Ordinal)
    {
        ["csat"] = [.. Numbers(0, 5).Select(number => $$"""{"survey":"csat","score":{{number}}}""")],
        ["nps"] = [.. Numbers(0, 10).Select(number => $$"""{"survey":"nps","score":{{number}}}""")],
    };
    private static readonly string[] Minutes = [.. Numbers(0, 60).Select(number => $$"""{"minutes":{{number}}}""")];
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["phone"] = """{"field":"phone","source":"mini_program"}""",
        ["birthday"] = """{"field":"birthday","source":"survey"}""",
        ["gender"] = """{"field":"gender","source":"wecom"}""",
        ["city"] = """{"field":"city","source":"mini_program"}""",
    };

    public static string Review(int score, bool isDefault) => (isDefault ? DefaultReviews : Reviews)[score - 1];

    /// The answer to a survey: csat from 1 to 5, nps from 0 to 10.
    public static string Survey(string survey, int score) => Surveys[survey][score];

    /// How easy it was, from 1 to 7, and how many seconds the answer took.
    public static string Ease(int score, int seconds) => string.Create(CultureInfo.InvariantCulture, $$"""{"survey":"ces","score":{{score}},"seconds":{{seconds}}}""");

    public static string Case(string id) => $$"""{"case_id":"{{id}}"}""";

    public static string Order(string id) => $$"""{"order_id":"{{id}}"}""";

    public static string Referrer(string customer) => $$"""{"referrer":"{{customer}}"}""";

    public static string Watched(int minutes) => Minutes[minutes];

    public static string Field(string name) => Fields[name];

    private static IEnumerable<string> Numbers(int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(number => number.ToString(CultureInfo.InvariantCulture));
}

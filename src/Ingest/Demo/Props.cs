using System.Globalization;

namespace PrivateDomainBI.Ingest.Demo;

// The JSON that some events carry; made once and shared, since there are a million events and few variants.
internal static class Props
{
    private static readonly string[] Scores = [.. Numbers(1, 5).Select(number => $$"""{"score":{{number}}}""")];
    private static readonly string[] Minutes = [.. Numbers(0, 60).Select(number => $$"""{"minutes":{{number}}}""")];
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["phone"] = """{"field":"phone","source":"mini_program"}""",
        ["birthday"] = """{"field":"birthday","source":"survey"}""",
        ["gender"] = """{"field":"gender","source":"wecom"}""",
        ["city"] = """{"field":"city","source":"mini_program"}""",
    };

    public static string Score(int score) => Scores[score - 1];

    public static string Watched(int minutes) => Minutes[minutes];

    public static string Field(string name) => Fields[name];

    private static IEnumerable<string> Numbers(int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(number => number.ToString(CultureInfo.InvariantCulture));
}

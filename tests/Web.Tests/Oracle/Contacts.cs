using System.Globalization;
using System.Text.Json;

namespace PrivateDomainBI.Web.Tests.Oracle;

/// <summary>One thing that is counted by itself, with what it led to.</summary>
internal sealed record Contact(string Id, DateTime At, string Employee, string Content)
{
    public string Campaign { get; init; } = "";

    public string Survey { get; init; } = "";

    public decimal? Score { get; init; }

    public decimal Scale { get; init; }

    public bool IsDefault { get; init; }

    public bool IsVoid { get; init; }

    public string Outcome { get; init; } = "";

    public DateTime? EndedAt { get; init; }

    public DateTime? ViewedAt => EndedAt;

    public DateTime? SharedAt { get; init; }
}

/// <summary>What one customer said, was asked, sent and promised, read straight from the raw events.</summary>
internal sealed class Contacts(IReadOnlyList<Happening> events)
{
    private static readonly string[] Surveys = ["csat", "nps", "ces"];

    public IEnumerable<Contact> Reviews => Of("review_submitted").Select(review => Plain(review) with
    {
        Score = ScoreOn(ScaleOf(review, 5), review, lowest: 1),
        Scale = ScaleOf(review, 5),
        IsDefault = Prop(review, "default") is "true" or "1" || Prop(review, "is_default") is "true" or "1",
    });

    public IEnumerable<Contact> Answers => Of("survey_submitted").Select(answer => Plain(answer) with { Content = SurveyId(answer), Survey = SurveyOf(answer), Score = AnswerScore(answer), Scale = AnswerScale(answer), IsVoid = IsVoid(answer) });

    public IEnumerable<Contact> Requests =>
        from asked in Of("survey_sent")
        where !IsReminder(asked)
        let answer = First(asked, e => e.Type == "survey_submitted" && SurveyId(e) == SurveyId(asked) && !IsVoid(e), e => e.Type == "survey_sent" && !IsReminder(e) && SurveyId(e) == SurveyId(asked))
        select Plain(asked) with { Content = SurveyId(asked), Survey = SurveyOf(asked), EndedAt = answer?.At };

    public IEnumerable<Contact> Deliveries =>
        from sent in Of("content_delivered")
        let view = First(sent, e => e.Type == "content_viewed" && e.Content == sent.Content, e => e.Type == "content_delivered" && e.Content == sent.Content)
        let share = First(sent, e => e.Type == "content_shared" && e.Content == sent.Content, e => e.Type == "content_delivered" && e.Content == sent.Content)
        select Plain(sent) with { EndedAt = view?.At, SharedAt = share?.At };

    public IEnumerable<Contact> Appointments =>
        from booked in Of("appointment_booked")
        let id = Prop(booked, "appointment_id")
        let came = First(
            booked, e => e.Type is "appointment_visited" or "appointment_no_show" && Prop(e, "appointment_id") == id,
            e => e.Type == "appointment_booked" && Prop(e, "appointment_id") == id)
        select Plain(booked) with { EndedAt = came?.At, Outcome = came?.Type ?? "" };

    public IEnumerable<Contact> Conversations =>
        from day in Of("message_received").GroupBy(e => Person.Day(e.At))
        let first = day.OrderBy(e => e.At).ThenBy(e => e.Id, StringComparer.Ordinal).First()
        let answers = Of("message_sent").Where(e => Person.Day(e.At) == day.Key && e.At >= first.At).ToList()
        select Plain(first) with { EndedAt = answers.Count == 0 ? null : answers.Min(e => e.At) };

    public IEnumerable<Contact> Plain(string type) => Of(type).Select(Plain);

    private static Contact Plain(Happening e) => new(e.Id, e.At, e.Employee, e.Content) { Campaign = e.Campaign };

    private IEnumerable<Happening> Of(string type) => events.Where(e => e.Type == type);

    // The earliest that follows, unless another beginning lies between; of two beginnings at once the later id counts.
    private Happening? First(Happening start, Func<Happening, bool> follows, Func<Happening, bool> begins) => events
        .Where(e => follows(e) && e.At >= start.At)
        .Where(e => !events.Any(other => begins(other) && other.At <= e.At && (other.At > start.At || (other.At == start.At && string.CompareOrdinal(other.Id, start.Id) > 0))))
        .OrderBy(e => e.At).ThenBy(e => e.Id, StringComparer.Ordinal).FirstOrDefault();

    private static bool IsReminder(Happening e) => Prop(e, "reminder") == "true";

    private static bool IsVoid(Happening e) => Prop(e, "valid") == "false" || Number(Prop(e, "seconds")) < 3;

    private static string SurveyOf(Happening e)
    {
        var told = Prop(e, "survey") is { Length: > 0 } survey ? survey : e.Content;
        return Surveys.Contains(told.ToLowerInvariant()) ? told.ToLowerInvariant() : "";
    }

    private static string SurveyId(Happening e) =>
        Prop(e, "survey_id") is { Length: > 0 } id ? id : e.Content.Length > 0 ? e.Content : Prop(e, "survey").ToLowerInvariant();

    private static decimal AnswerScale(Happening e) => ScaleOf(e, SurveyOf(e) switch { "csat" => 5, "nps" => 10, "ces" => 7, _ => 0 });

    private static decimal? AnswerScore(Happening e) =>
        SurveyOf(e) == "nps" ? AnswerScale(e) == 10 ? ScoreOn(10, e, lowest: 0) : null : ScoreOn(AnswerScale(e), e, lowest: 1);

    private static decimal ScaleOf(Happening e, decimal usual) => Number(Prop(e, "scale")) ?? usual;

    private static decimal? ScoreOn(decimal scale, Happening e, decimal lowest)
    {
        var score = Prop(e, "score") is { Length: > 0 } told ? Number(told) : e.Value;
        return score >= lowest && score <= scale ? score : null;
    }

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Prop(Happening e, string name)
    {
        if (e.Props.Length == 0)
            return "";
        using var json = JsonDocument.Parse(e.Props);
        if (!json.RootElement.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return "";
        return value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : value.GetRawText();
    }
}

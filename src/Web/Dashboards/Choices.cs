using Microsoft.AspNetCore.Mvc.Rendering;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Core.Segments;
using PrivateDomainBI.Core.Time;
using PrivateDomainBI.Warehouse.Pages;
using PrivateDomainBI.Warehouse.Segments;
using PrivateDomainBI.Web.Language;
using PrivateDomainBI.Web.Segments;

namespace PrivateDomainBI.Web.Dashboards;

/// <summary>What the filters offer, with what is chosen marked. Read once per state of the data.</summary>
internal sealed class Choices(CompanyDirectory directory, SegmentShelf segments)
{
    // What files may say an employee is, see sql/load/employees.sql.
    private static readonly string[] Employments = ["own", "outsourced", "coach"];

    private (ulong Version, IReadOnlyList<string> Channels, IReadOnlyList<OrgUnit> Units)? _known;

    public async Task<FilterChoices> ReadAsync(ulong dataVersion, Selection selection, Reader reader, CancellationToken ct)
    {
        if (_known is not { } known || known.Version != dataVersion)
        {
            known = (dataVersion, await directory.ChannelsAsync(ct), await directory.UnitsAsync(ct));
            _known = known;
        }

        var all = await segments.AllAsync(ct);
        var (channels, units, chosen) = (Channels(known.Channels, selection, reader), Units(known.Units, selection, reader), Segments(all, selection, reader));
        var shown = channels.Concat(units).Concat(chosen).Where(item => item.Selected).Select(item => item.Value).ToHashSet(StringComparer.Ordinal);
        return new FilterChoices(
            channels, units, Owners(selection, reader), Organisations(selection, reader), chosen, Splits(all, reader), Chips(all, known.Units, shown, selection, reader));
    }

    private static List<SelectListItem> Segments(IReadOnlyList<Segment> segments, Selection selection, Reader reader)
    {
        var chosen = Chosen(segments, selection);
        var groups = new[] { SegmentWords.Nav, Words.Dimension(CustomerDimensions.Tier) }.Select(name => new SelectListGroup { Name = reader[name] }).ToList();
        return
        [
            reader.Option(SegmentWords.NoSegment, "", selected: false),
            .. segments.Select(segment => new SelectListItem(
                reader[segment.Label], CustomerDimensions.Segment(segment.Name), chosen == CustomerDimensions.Segment(segment.Name)) { Group = groups[0] }),
            .. Tiers.All.Select(tier => new SelectListItem(
                Member.Name(CustomerDimensions.Tier, tier, label: null, reader), $"tier:{tier}", chosen == $"tier:{tier}") { Group = groups[1] }),
        ];
    }

    // A select shows one choice; what a question is narrowed to besides stands in chips of its own.
    private static string Chosen(IReadOnlyList<Segment> segments, Selection selection) =>
        segments.Select(segment => CustomerDimensions.Segment(segment.Name)).FirstOrDefault(name => selection.Only(name) == CustomerDimensions.In)
            ?? (selection.Only(CustomerDimensions.Tier) is { } only ? $"tier:{only}" : "");

    // Whatever no select shows: numbers narrowed without a word would be taken for the whole company's.
    private static List<SelectListItem> Chips(IReadOnlyList<Segment> segments, IReadOnlyList<OrgUnit> units, HashSet<string> shown, Selection selection, Reader reader) =>
        [
            .. from filter in selection.Filters
               from value in filter.Value
               where !shown.Contains($"{filter.Key}:{value}") && !(value == CustomerDimensions.In && shown.Contains(filter.Key))
               let dimension = SegmentWords.Dimension(filter.Key, segments.Select(segment => (segment.Name, segment.Label)))
               let label = Dimensions.OrgLevels.Contains(filter.Key) ? units.FirstOrDefault(unit => unit.Id == value)?.Name : null
               select new SelectListItem($"{reader[dimension]} {Member.Name(filter.Key, value, label, reader)}", $"{filter.Key}:{value}"),
        ];

    // What a metric can be split by because its rows are customers', by name.
    private static List<SelectListItem> Splits(IReadOnlyList<Segment> segments, Reader reader) =>
        [
            new(reader[Words.Dimension(CustomerDimensions.Tier)], CustomerDimensions.Tier),
            .. segments.Select(segment => new SelectListItem(reader.Say(SegmentWords.BySegment, reader[segment.Label]), CustomerDimensions.Segment(segment.Name))),
        ];

    private static List<SelectListItem> Channels(IReadOnlyList<string> channels, Selection selection, Reader reader) =>
        [
            reader.Option(Words.All, "", selected: false),
            .. channels.Select(id => new SelectListItem(
                Member.Name(Dimensions.Channel, id, label: null, reader), $"channel:{id}", selection.Only(Dimensions.Channel) == id)),
        ];

    private static List<SelectListItem> Units(IReadOnlyList<OrgUnit> units, Selection selection, Reader reader)
    {
        var groups = Dimensions.OfEmployees.ToDictionary(level => level, level => new SelectListGroup { Name = reader[Words.Dimension(level)] });
        var chosen = Dimensions.OfEmployees.FirstOrDefault(level => selection.Only(level) is not null) is { } one ? $"{one}:{selection.Only(one)}" : "";
        return
        [
            reader.Option(Words.Filter.WholeCompany, "", selected: false),
            .. Dimensions.OrgLevels.SelectMany(level => units.Where(unit => unit.Type == level).OrderBy(unit => unit.Name, StringComparer.Ordinal)
                .Select(unit => Item(unit.Name.Length > 0 ? unit.Name : unit.Id, level, unit.Id))),
            .. units.Count == 0 ? [] : Employments.Select(kind => Item(Member.Name(Dimensions.Employment, kind, label: null, reader), Dimensions.Employment, kind)),
        ];

        SelectListItem Item(string name, string level, string id) => new(name, $"{level}:{id}", chosen == $"{level}:{id}") { Group = groups[level] };
    }

    private static List<SelectListItem> Owners(Selection selection, Reader reader) =>
        [
            reader.Option(Words.Filter.OwnerDefault, "", selected: false),
            .. OwnerNames.All.Select(pair => reader.Option(Words.OwnerName(pair.Owner), pair.Name, selection.Owner == pair.Owner)),
        ];

    private static List<SelectListItem> Organisations(Selection selection, Reader reader) =>
        [.. OrganisationNames.All.Select(pair => reader.Option(OrganisationWords.Name(pair.Org), pair.Org == Organisation.Then ? "" : pair.Name, selection.Org == pair.Org))];
}

/// <summary>The options of the filters of one page.</summary>
internal sealed record FilterChoices(
    IReadOnlyList<SelectListItem> Channels,
    IReadOnlyList<SelectListItem> Units,
    IReadOnlyList<SelectListItem> Owners,
    IReadOnlyList<SelectListItem> Organisations,
    IReadOnlyList<SelectListItem> Segments,
    IReadOnlyList<SelectListItem> Splits,
    IReadOnlyList<SelectListItem> Chips)
{
    /// <summary>Nothing to choose from yet.</summary>
    public static FilterChoices None { get; } = new([], [], [], [], [], [], []);

    /// <summary>Without the choice of the organisation where no level splits or narrows what is shown.</summary>
    public FilterChoices For(bool asksOrganisation) => asksOrganisation ? this : this with { Organisations = [] };

    /// <summary>The weeks up to the last full one, newest first, as far back as a year and a quarter.</summary>
    public static IReadOnlyList<SelectListItem> Weeks(DateOnly latest, DateOnly chosen, Reader reader)
    {
        const int Most = 66;
        var weeks = Enumerable.Range(0, Most).Select(back => latest.AddDays(-7 * back)).ToList();
        if (!weeks.Contains(chosen))
            weeks.Add(chosen);
        return [.. weeks.Select((week, index) => new SelectListItem(reader.Format.Period(week, Grain.Week), index == 0 ? "" : Format.WeekId(week), week == chosen))];
    }
}

using System.Data.Common;
using Microsoft.Extensions.Options;
using PrivateDomainBI.Core;
using PrivateDomainBI.Warehouse.Metrics;

namespace PrivateDomainBI.Warehouse.Pages;

/// <summary>What a page may show of a customer: name, phone and birthday leave the warehouse masked.</summary>
public sealed record CustomerProfile(
    string CustomerId,
    string Customer,
    string MaskedName,
    string MaskedPhone,
    string Gender,
    string BirthMonth,
    string City,
    string Job,
    string Tags,
    string Channel,
    DateOnly? JoinedDay,
    string Acquirer,
    string Owner,
    long PurchaseDays,
    DateOnly? FirstPurchaseDay);

/// <summary>An employee who owned a customer, from a business day on.</summary>
public sealed record OwnerSince(DateOnly Since, string EmployeeId, string EmployeeName);

/// <summary>
/// One thing that happened. <paramref name="Kind"/>: relation_started, relation_ended, event, order or refund;
/// <paramref name="Detail"/> its type, way or status. Day and time are in the business time zone.
/// </summary>
public sealed record TimelineEntry(
    string Day, string Time, string Kind, string Detail, string EmployeeId, string EmployeeName, string Reference, decimal? Amount);

/// <summary>Everything a customer's page shows, read one part at a time.</summary>
public sealed class CustomerFile(QueryRunner queries, IOptions<BusinessOptions> business)
{
    public async Task<CustomerProfile?> ProfileAsync(ulong id, CancellationToken ct) =>
        (await queries.ReadFileAsync("pages/customer.sql", new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = id }, row => Profile(id, row), ct)).SingleOrDefault();

    public async Task<IReadOnlyList<OwnerSince>> OwnersAsync(ulong id, CancellationToken ct) =>
        await queries.ReadFileAsync(
            "pages/customer_owners.sql",
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = id },
            row => new OwnerSince(row.GetFieldValue<DateOnly>(0), row.GetString(1), row.GetString(2)),
            ct);

    public async Task<IReadOnlyList<TimelineEntry>> TimelineAsync(ulong id, int offset, int limit, CancellationToken ct) =>
        await queries.ReadFileAsync(
            "pages/customer_timeline.sql",
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["id"] = id,
                ["timeZone"] = business.Value.TimeZone,
                ["limit"] = limit,
                ["offset"] = offset,
            },
            row => new TimelineEntry(
                row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6),
                row.IsDBNull(7) ? null : row.GetDecimal(7)),
            ct);

    /// <summary>Ids of the customers whose identity is the text, with or without its namespace.</summary>
    public async Task<IReadOnlyList<(string Id, string Customer)>> FindAsync(string text, CancellationToken ct) =>
        await queries.ReadFileAsync(
            "pages/customers_found.sql",
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["search"] = text },
            row => (row.GetFieldValue<ulong>(0).ToString(System.Globalization.CultureInfo.InvariantCulture), row.GetString(1)),
            ct);

    private static CustomerProfile Profile(ulong id, DbDataReader row) => new(
        id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        row.GetString(0),
        Masking.Name(row.GetString(1)),
        Masking.Phone(row.GetString(2)),
        row.GetString(3),
        row.GetString(4) is { Length: >= 7 } birthday ? birthday[..7] : "",
        row.GetString(5),
        row.GetString(6),
        row.GetString(7),
        row.GetString(8),
        Day(row, 9),
        row.GetString(10),
        row.GetString(11),
        row.GetFieldValue<long>(12),
        Day(row, 13));

    private static DateOnly? Day(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetFieldValue<DateOnly>(at);
}
